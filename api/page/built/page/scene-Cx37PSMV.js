import"./rolldown-runtime-XKyaHtl9.js";import{a as e,i as t,n,o as r,r as i,t as a}from"./layout-CwFhitzx.js";import{i as o,t as s}from"./text-DcoWUmKR.js";import{n as c}from"./palette-auODlnTf.js";import{d as l}from"./told-actor-Com-oOz9.js";import{i as u,r as d,t as f}from"./lanes-C9nvD02f.js";import{i as p,n as m,t as h}from"./network-CqCsR9-j.js";var ee=.35,g={none:0,for:1,against:2,both:3},_=`
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceRadius;
attribute float a_targetRadius;
attribute float a_thickness;
attribute float a_pattern;
attribute float a_lane;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
uniform float u_fine;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_length;
varying float v_thickness;
varying float v_pattern;
const float bias = 255.0 / 254.0;

float reach(float radius, float aside) {
  return sqrt(max(radius * radius - aside * aside, 0.0));
}

void main() {
  vec2 source = (u_matrix * vec3(a_source, 1)).xy * u_half;
  vec2 target = (u_matrix * vec3(a_target, 1)).xy * u_half;
  vec2 between = target - source;
  float distance = max(length(between), 0.001);
  vec2 ahead = between / distance;
  vec2 right = vec2(ahead.y, -ahead.x);
  float zoom = 1.0 / u_sizeRatio;
  // Never beside its ends: a tie begins and ends at its actors, however small they are.
  float most = 0.75 * min(a_sourceRadius, a_targetRadius) * zoom;
  float aside = clamp(a_lane * min(zoom, 1.5), -most, most);
  vec2 start = source + right * aside + ahead * reach(a_sourceRadius * zoom, aside);
  vec2 end = target + right * aside - ahead * (reach(a_targetRadius * zoom, aside) + 1.0);
  v_length = max(dot(end - start, ahead), 0.0);
  v_thickness = max(a_thickness * min(zoom, 1.5), 1.0);
  float half_width = u_fine > 0.0 ? 1.6 : max(v_thickness * 1.6, 4.5) + 0.5;
  v_along = a_corner.x * v_length;
  v_across = a_corner.y * half_width;
  v_pattern = a_pattern;
  gl_Position = vec4((start + ahead * v_along + right * v_across) / u_half, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`,v=`
precision highp float;
uniform float u_fine;
uniform float u_plain;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_length;
varying float v_thickness;
varying float v_pattern;

float within(float edge, float value) {
  return 1.0 - smoothstep(edge - 0.6, edge + 0.6, value);
}

void main(void) {
  float away = abs(v_across);
  #ifdef PICKING_MODE
  if (away > max(v_thickness * 0.5, 4.0)) discard;
  gl_FragColor = v_color;
  #else
  float arrow = u_fine + u_plain > 0.0 ? 0.0 : min(5.0 + v_thickness * 1.5, v_length * 0.6);
  float left = v_length - v_along;
  float alpha;
  if (left < arrow) {
    alpha = within(left / arrow * (2.5 + v_thickness * 0.9), away);
  } else {
    alpha = within(v_thickness * 0.5, away);
    float unit = 3.0 + v_thickness;
    if (v_pattern == 1.0 && v_thickness > 2.4) {
      alpha *= 1.0 - within(v_thickness * 0.18, away);
    } else if (v_pattern == 2.0) {
      float at = mod(v_along, unit * 3.0);
      alpha *= within(unit * 1.7, at);
    } else if (v_pattern == 3.0) {
      float at = mod(v_along, unit * 4.5);
      alpha *= max(within(unit * 2.0, at), within(unit * 0.4, abs(at - unit * 3.2)));
    }
  }
  gl_FragColor = vec4(v_color.rgb * v_color.a, v_color.a) * alpha * (u_fine > 0.0 ? 0.5 : 1.0);
  #endif
}`,y=[`u_matrix`,`u_half`,`u_sizeRatio`,`u_fine`,`u_plain`],b=class extends i{getDefinition(){let{FLOAT:e,UNSIGNED_BYTE:t,TRIANGLE_STRIP:n}=WebGLRenderingContext,r=(t,n=1)=>({name:t,size:n,type:e}),i=e=>({name:e,size:4,type:t,normalized:!0});return{VERTICES:4,VERTEX_SHADER_SOURCE:_,FRAGMENT_SHADER_SOURCE:v,METHOD:n,UNIFORMS:y,ATTRIBUTES:[r(`a_source`,2),r(`a_target`,2),r(`a_sourceRadius`),r(`a_targetRadius`),r(`a_thickness`),r(`a_pattern`),r(`a_lane`),i(`a_color`),i(`a_id`)],CONSTANT_ATTRIBUTES:[r(`a_corner`,2)],CONSTANT_DATA:[[0,-1],[0,1],[1,-1],[1,1]]}}processVisibleItem(t,n,r,i,a){let{sign:o,lane:s}=a,{array:c}=this,l=n;c[l++]=r.x,c[l++]=r.y,c[l++]=i.x,c[l++]=i.y,c[l++]=r.size,c[l++]=i.size,c[l++]=a.size,c[l++]=g[o],c[l++]=s,c[l++]=e(a.color),c[l++]=t}render(e){let{pickProgram:t}=this,{moving:n,bare:r}=this.renderer.getGraph().getAttributes();n&&r||(n&&(this.pickProgram=null),super.render(e),this.pickProgram=t)}setUniforms({matrix:e,width:t,height:n,sizeRatio:r,zoomRatio:i},{gl:a,uniformLocations:o}){a.uniformMatrix3fv(o.u_matrix??null,!1,e),a.uniform2f(o.u_half??null,t/2,n/2),a.uniform1f(o.u_sizeRatio??null,r);let s=this.renderer.getGraph().getAttribute(`large`)&&i>ee;a.uniform1f(o.u_fine??null,+!!s);let c=this.renderer.getGraph().getAttribute(`plain`);a.uniform1f(o.u_plain??null,+!!c)}},x={person:0,organisation:1,country:2,group:3},S=`
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_state;
attribute vec4 a_color;
attribute vec4 a_border;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_state;
const float bias = 255.0 / 254.0;

void main() {
  v_radius = a_size / u_sizeRatio;
  // No larger than shape and ring need: where the processor draws, each pixel counts.
  v_at = a_corner * (v_radius * (a_shape == 2.0 ? 1.25 : 1.0) + (a_state >= 2.0 ? 6.0 : 1.5));
  v_shape = a_shape;
  v_state = a_state;
  vec2 centre = (u_matrix * vec3(a_position, 1)).xy;
  gl_Position = vec4(centre + v_at / u_half, 0, 1);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_border = a_border;
  v_border.a *= bias;
}`,C=`
precision highp float;
varying vec4 v_color;
varying vec4 v_border;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_state;

float outside(vec2 at, float radius) {
  float box = max(abs(at.x), abs(at.y)) - radius * 0.88;
  if (v_shape == 1.0) return box;
  if (v_shape == 2.0) return (abs(at.x) + abs(at.y)) * 0.7071 - radius * 0.85;
  if (v_shape == 3.0 && at.y < 0.0) return box;
  return length(at) - radius * (v_shape == 3.0 ? 0.88 : 1.0);
}

void main(void) {
  float away = outside(v_at, v_radius);
  #ifdef PICKING_MODE
  if (away > 1.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-0.5, 0.5, away);
  float rim = min(1.0, v_radius / 6.0);
  float line = smoothstep(-1.9 * rim, -0.9 * rim, away);
  if (mod(v_state, 2.0) == 1.0) line = max(line, 1.0 - smoothstep(-0.5, 0.5, length(v_at) - v_radius * 0.35));
  vec4 color = mix(v_color, v_border, line) * inside;
  if (v_state >= 2.0) color = max(color, v_border * (1.0 - smoothstep(0.8, 1.8, abs(away - 3.2))));
  gl_FragColor = color;
  #endif
}`,w=[`u_matrix`,`u_half`,`u_sizeRatio`],T=class extends t{getDefinition(){let{FLOAT:e,UNSIGNED_BYTE:t,TRIANGLE_STRIP:n}=WebGLRenderingContext,r=(t,n=1)=>({name:t,size:n,type:e}),i=e=>({name:e,size:4,type:t,normalized:!0});return{VERTICES:4,VERTEX_SHADER_SOURCE:S,FRAGMENT_SHADER_SOURCE:C,METHOD:n,UNIFORMS:w,ATTRIBUTES:[r(`a_position`,2),r(`a_size`),r(`a_shape`),r(`a_state`),i(`a_color`),i(`a_border`),i(`a_id`)],CONSTANT_ATTRIBUTES:[r(`a_corner`,2)],CONSTANT_DATA:[[-1,-1],[-1,1],[1,-1],[1,1]]}}processVisibleItem(t,n,r){let{kind:i,border:a,fixed:o,selected:s}=r,{array:c}=this,l=n;c[l++]=r.x,c[l++]=r.y,c[l++]=r.size,c[l++]=x[i],c[l++]=+!!o+(s?2:0),c[l++]=e(r.color),c[l++]=e(a),c[l++]=t}setUniforms({matrix:e,width:t,height:n,sizeRatio:r},{gl:i,uniformLocations:a}){i.uniformMatrix3fv(a.u_matrix??null,!1,e),i.uniform2f(a.u_half??null,t/2,n/2),i.uniform1f(a.u_sizeRatio??null,r)}},E=Math.PI*(3-Math.sqrt(5));function D(e,t){let n=Map.groupBy([...e.ties.values()].flatMap(({source:e,target:t})=>[[e,t],[t,e]]),([e])=>e),r=new Map([...e.nodes.keys()].map((e,t)=>[e,t]));return e=>{let i=O(e)*2*Math.PI;for(let[,r]of n.get(e)??[]){let e=r&&t(r);if(e)return{x:e.x+12*Math.cos(i),y:e.y+12*Math.sin(i)}}let a=r.get(e)??0,o=10*Math.sqrt(a+1);return{x:o*Math.cos(a*E),y:o*Math.sin(a*E)}}}function O(e){let t=2166136261;for(let n=0;n<e.length;n++)t=Math.imul(t^e.charCodeAt(n),16777619);return(t>>>0)/2**32}var k=8,A=60,j=44,M=7,N=3,P=.5,F=[1,.75,.5,.25],I=1.9;function L(e,t){if(e.length<2||t.width<50||t.height<50)return;let n=z(e,t);if(e.some(({fixed:e})=>e)){let{scale:r}=R(e,t,!1);B(n,r,r)}else for(let r=0;r<k;r++){let{scale:r,across:i}=R(e,t,!0);for(let t of e)t.x*=r*i,t.y*=r;if(!B(n,1,1))return}}function R(e,{width:t,height:n},r){let[i,a]=[e.map(({x:e})=>e),e.map(({y:e})=>e)],o=Math.max(...i)-Math.min(...i)||1,s=Math.max(...a)-Math.min(...a)||1,[c,l]=[t/o,n/s];if(!r)return{scale:Math.min(c,l),across:1};let u=Math.min(l,c*I);return{scale:u,across:Math.min(c/u,I)}}function z(e,t){let n=t=>e.map(e=>({disc:e,breadth:Math.max(e.radius,Math.min(e.width/2,t*j))+N,depth:e.radius+t*M+N}));return F.map(n).find(e=>e.reduce((e,{breadth:t,depth:n})=>e+4*t*n,0)<=P*t.width*t.height)??n(0)}function B(e,t,n){let r=e.reduce((e,{breadth:t})=>Math.max(e,t),0),i=!1;for(let a=0;a<A;a++){let a=!1,o=e.toSorted((e,t)=>e.disc.x-t.disc.x);for(let[e,i]of o.entries())for(let s=e+1;s<o.length;s++){let e=o[s];if(!e||(e.disc.x-i.disc.x)*t>i.breadth+r)break;a=V(i,e,t,n)||a}if(i||=a,!a)break}return i}function V(e,t,n,r){let{disc:i}=e,{disc:a}=t;if(i.fixed&&a.fixed)return!1;let[o,s]=[(a.x-i.x)*n,(a.y-i.y)*r],c=e.breadth+t.breadth-Math.abs(o),l=e.depth+t.depth-Math.abs(s);if(c<=0||l<=0)return!1;let u=i.fixed||a.fixed?1:.5,[d,f]=c<l?[c*(o<0?-1:1),0]:[0,l*(s<0?-1:1)];return i.fixed||(i.x-=u*d/n,i.y-=u*f/r),a.fixed||(a.x+=u*d/n,a.y+=u*f/r),!0}var H=36,U=50,W=3e3,G=500,K={x:.5,y:.5,angle:0,ratio:1},q=200,J=150,Y=200,X=800,Z=class{#e=new r;#t;#n;#r;#i=new u(()=>this.#s);#a=new Map;#o=null;#s=c();#c={actor:null,tie:null};#l=l();#u;constructor(e,t,r){this.#r=t,this.#t=new n(this.#e,e,{allowInvalidContainer:!0,enableEdgeEvents:!0,zIndex:!0,renderLabels:!1,labelFont:d,labelSize:13,minCameraRatio:.02,maxCameraRatio:5,stagePadding:U,doubleClickZoomingRatio:1,defaultNodeType:`actor`,defaultEdgeType:`tie`,nodeProgramClasses:{actor:T},edgeProgramClasses:{tie:b},nodeHoverProgramClasses:{actor:T},defaultDrawNodeHover:this.#i.hover}),this.#n=new a(e=>this.#h(e),()=>this.#p(),e=>this.#g(e)),this.#t.getCamera().on(`updated`,()=>this.#_()),this.#t.on(`afterRender`,()=>this.#m());let i=new ResizeObserver(()=>this.#t.resize().scheduleRefresh());i.observe(e),this.#v(),r.addEventListener(`abort`,()=>{i.disconnect(),this.#b()})}update(e,{pins:t,told:n,tint:i}){for(let[e,t]of this.places())this.#a.set(e,t);let a=new r,o=e=>this.at(e)??n(e)??this.#a.get(e)??null,s=D(e,e=>a.hasNode(e)?Q(a,e):o(e)),c=[...e.nodes.keys()].filter(e=>o(e)===null),l=c.length<.5*e.nodes.size||[...e.nodes.keys()].some(n);for(let n of e.nodes.values()){let[r,i]=[o(n.id),t.get(n.id)],c=i??r??s(n.id),u=$(n,e.nodes.size),d=i!==void 0||r!==null&&l;a.addNode(n.id,{...u,x:c.x,y:c.y,fixed:i!==void 0,held:d})}let u=f(e);for(let t of e.ties.values()){let e=u.get(t.key)??0;a.addDirectedEdgeWithKey(t.key,t.source,t.target,{...te(t),lane:e})}this.#n.stop(),this.#e=a,this.#o=i;let d=a.size>W;a.updateAttributes(e=>Object.assign(e,{large:d,moving:d&&c.length>0,bare:this.#l})),a.setAttribute(`plain`,[...e.ties.values()].every(({relation:e})=>e===`colleague`)),this.#i.order(a),this.#f(),this.#t.setGraph(a),c.length&&this.#n.start(a)}select(e){let{actor:t,tie:n}=this.#c;(t!==e.actor||n!==e.tie)&&(this.#c=e,this.#f())}recolour(){this.#s=c(),this.#f()}tint(e){this.#o=e,this.#f()}arrange(){this.#n.running?this.#n.stop():(this.#e.updateEachNodeAttributes((e,t)=>Object.assign(t,{held:t.fixed})),this.#n.start(this.#e))}zoom(e){let t=this.#t.getCamera();this.#d({ratio:t.getBoundedRatio(t.ratio*e)})}fit(){this.#d(K)}at(e){return this.#e.hasNode(e)?Q(this.#e,e):null}spots(){return new Map(this.#e.mapNodes((e,{x:t,y:n})=>[e,this.#t.graphToViewport({x:t,y:n})]))}reveal(e,t=0){let n=this.#t.getNodeDisplayData(e),r=this.spots().get(e),{width:i,height:a}=this.#t.getDimensions(),o=i-t;if(!n||!r||r.x>0&&r.y>0&&r.x<o&&r.y<a)return;let s=this.#t.viewportToFramedGraph({x:i/2,y:a/2}),c=this.#t.viewportToFramedGraph({x:i/2+t/2,y:a/2});this.#d({x:n.x+c.x-s.x,y:n.y+c.y-s.y})}place(e){this.#e.updateEachNodeAttributes((t,n)=>Object.assign(n,e(t)??{}),{attributes:[`x`,`y`]})}places(){return new Map(this.#e.mapNodes(e=>[e,Q(this.#e,e)]))}#d(e){let t=this.#t.getCamera();matchMedia(`(prefers-reduced-motion: reduce)`).matches?t.setState(e):t.animate(e,{duration:q})}#f(){let e=this.#e,{actor:t,tie:n}=this.#c,{ink:r,quiet:i,line:a}=this.#s;this.#_();let o=new Set(n!==null&&e.hasEdge(n)?e.extremities(n):[t]);e.updateEachNodeAttributes((e,t)=>{let n=o.has(e),i=this.#s[this.#o?.(e)??t.kind];return Object.assign(t,{color:i,border:r,selected:n,forceLabel:n,zIndex:n?2:1})},{attributes:[`color`,`zIndex`]}),e.updateEachEdgeAttributes((e,r,o,s)=>{let c=n===null?t===null||o===t||s===t:e===n,l=r.sign,u=l===`none`?i:this.#s[l];return Object.assign(r,{color:c?u:a,zIndex:c?2:1})},{attributes:[`color`,`zIndex`]})}#p(){let e=this.#e;if(e.order>G)return;let{width:t,height:n}=this.#t.getDimensions(),r=e.mapNodes((e,{x:t,y:n,size:r,label:i,held:a})=>({id:e,x:t,y:n,radius:r,width:this.#i.widthOf(String(i)),fixed:a===!0}));L(r,{width:t-100,height:n-100});for(let{id:t,x:n,y:i}of r)e.mergeNodeAttributes(t,{x:n,y:i})}#m(){this.#e.getAttribute(`moving`)||this.#i.write(this.#t,this.#e)}#h(e){this.#_(),this.#r.layout(e)}#g(e){e<J||!this.#e.getAttribute(`large`)||(this.#l=!0,this.#e.setAttribute(`bare`,!0))}#_(){this.#e.getAttribute(`large`)&&(this.#e.setAttribute(`moving`,!0),clearTimeout(this.#u),this.#u=setTimeout(()=>{this.#n.running||(this.#e.setAttribute(`moving`,!1),this.#t.scheduleRender())},this.#l?X:Y))}#v(){let e=this.#t,t=this.#r,n=null,r=!1;e.on(`clickNode`,({node:e})=>r||t.selectActor(e)),e.on(`doubleClickNode`,({node:e,preventSigmaDefault:n})=>{n(),t.openActor(e)}),e.on(`clickEdge`,({edge:e})=>t.selectTie(e)),e.on(`clickStage`,()=>t.selectNothing()),e.on(`enterNode`,()=>this.#y(!0)),e.on(`leaveNode`,()=>this.#y(!1)),e.on(`enterEdge`,({edge:e,event:{x:n,y:r}})=>{this.#y(!0),t.pointTie?.(e,{x:n,y:r})}),e.on(`leaveEdge`,({event:{x:e,y:n}})=>{this.#y(!1),t.pointTie?.(null,{x:e,y:n})}),e.on(`downNode`,({node:e})=>{n=e,r=!1}),e.on(`moveBody`,({event:t,preventSigmaDefault:i})=>{n&&(r||e.setCustomBBox(e.getBBox()),r=!0,i(),t.original.preventDefault(),this.#e.mergeNodeAttributes(n,{...e.viewportToGraph(t),fixed:!0}))});let i=()=>{let i=n&&r?this.at(n):null;n&&i&&t.pin(n,i),n=null,e.setCustomBBox(null)};e.on(`upNode`,i),e.on(`upStage`,i)}#y(e){this.#t.getContainer().classList.toggle(`pointing`,e)}#b(){this.#n.stop(),clearTimeout(this.#u),this.#t.kill()}};function Q(e,t){let{x:n,y:r}=e.getNodeAttributes(t);return{x:n,y:r}}function $(e,t){return{label:s(o(e.name),H),size:h(e,t),kind:e.kind}}function te(e){return{size:p(e),weight:e.count,sign:m(e)}}export{Z as Scene};