/** Where all actors are, short enough for an address: eight letters an actor, four for who it is and two each way. */

import type { Point } from "./spots.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const STEPS = 64 * 64 - 1;
const OF_ID = 4;
const OF_ACTOR = OF_ID + 4;

/** Write positions down; places are kept to a four-thousandth of the whole. */
export function writePositions(spots: ReadonlyMap<string, Point>): string {
  const all = [...spots.values()];
  if (!all.length) return "";
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  const size = Math.max(...all.map(({ x }) => x - left), ...all.map(({ y }) => y - top), 1);
  const frame = [left, top, size].map((number) => Math.round(number * 10) / 10).join(",");
  const place = (value: number): string => letters(Math.round((value / size) * STEPS), 2);
  return `${frame},${[...spots].map(([id, { x, y }]) => letters(hash(id), OF_ID) + place(x - left) + place(y - top)).join("")}`;
}

/** Read positions; returns what tells where an actor was, null for one that was not there. */
export function readPositions(text: string | null): (id: string) => Point | null {
  const [left = "", top = "", size = "", told = ""] = (text ?? "").split(",");
  const frame = [left, top, size].map(Number);
  const [x0 = 0, y0 = 0, whole = 0] = frame;
  if (!told || frame.some((number) => !Number.isFinite(number)) || whole <= 0) return () => null;
  const known = new Map<string, string>();
  for (let at = 0; at + OF_ACTOR <= told.length; at += OF_ACTOR) {
    known.set(told.slice(at, at + OF_ID), told.slice(at + OF_ID, at + OF_ACTOR));
  }
  return (id) => {
    const place = known.get(letters(hash(id), OF_ID));
    if (!place) return null;
    const [x, y] = [numberOf(place.slice(0, 2)), numberOf(place.slice(2))];
    return { x: x0 + (x / STEPS) * whole, y: y0 + (y / STEPS) * whole };
  };
}

function letters(number: number, length: number): string {
  let [rest, text] = [number, ""];
  for (let index = 0; index < length; index++) {
    text = (LETTERS[rest % 64] ?? "A") + text;
    rest = Math.floor(rest / 64);
  }
  return text;
}

function numberOf(text: string): number {
  return [...text].reduce((number, letter) => number * 64 + Math.max(0, LETTERS.indexOf(letter)), 0);
}

// FNV-1a.
function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  return (value >>> 0) % 64 ** OF_ID;
}
