# /// script
# requires-python = ">=3.11"
# dependencies = ["torch==2.13.0", "transformers>=5", "tokenizers", "safetensors", "numpy", "onnxruntime"]
# ///
"""Let another model read the statements that train and write what it says of them: soft labels.

    python training/reading/soft.py --data ../shared --base MINILM --large MPNET --teacher teacher.pt --out soft.pt
    python training/reading/soft.py --data ../shared --base MINILM --model loaders/attribution/model --out soft.pt

The teacher reads those that are judged, too. A model that was shipped reads only the others: so what it learned of
judgements that are not at hand any more goes on. Those that are not judged are PolNeAR's own attributions in the
articles that train; no dev part is read. The file holds, by article and statement in the order of
data.training_records, a Softened each. Then meaning.py.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parent)]

import torch  # noqa: E402
from data import Labelled, read, tokenizer, training_records  # noqa: E402
from excerpts import Excerpt, excerpt, grouped  # noqa: E402
from master import fast_type  # noqa: E402
from network import ROWS  # noqa: E402
from teacher import Teacher, collate, load_large  # noqa: E402
from torch import Tensor  # noqa: E402

from sayso.loaders.attribution.encoding import windows  # noqa: E402
from sayso.loaders.attribution.meaning import answer, question  # noqa: E402
from sayso.loaders.attribution.tagger import Tagger, tagger  # noqa: E402

Softened = tuple[list[int], Tensor, Tensor]  # tokens of the article; chances of acts (13); of tags (tokens×6×3)


def main() -> None:
    """Read the settings and write the labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of polnear and corpus")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--large", type=Path)
    parser.add_argument("--teacher", type=Path)
    parser.add_argument("--model", type=Path, help="a folder of exported files, to read in place of a teacher")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=20000, help="of the statements that nobody judged")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    if not args.model and not (args.large and args.teacher):
        parser.error("name a --teacher and its --large, or a --model")
    articles = read(training_records(args.data), tokenizer(args.base / "tokenizer.json"))
    places = [(i, k) for i, a in enumerate(articles) for k, s in enumerate(a.statements) if s.acts is not None]
    others = [(i, k) for i, a in enumerate(articles) for k, s in enumerate(a.statements) if s.acts is None]
    more = random.Random(7).sample(others, min(args.most, len(others)))
    if args.model:
        torch.save(dict(said(tagger(args.model), articles, set(more))), args.out)
        return
    places += more
    model = load_teacher(args.large, args.teacher)
    excerpts = [excerpt(articles[i].encoded, articles[i].statements[k]) for i, k in places]
    torch.save({places[n]: one for n, one in soften(model, excerpts)}, args.out)
    print(f"{len(places)} statements of {len(articles)} articles")


def said(model: Tagger, articles: list[Labelled], wanted: set[tuple[int, int]]
         ) -> Iterator[tuple[tuple[int, int], Softened]]:  # fmt: skip
    """Yield what exported files say of statements, each read in the window that owns its cue."""
    for number, article in enumerate(articles):
        mine = [k for k in range(len(article.statements)) if (number, k) in wanted]
        for window in windows(article.encoded) if mine else ():
            owned = range(window.own_start, window.own_end)
            inside = [k for k in mine if article.statements[k].cue[0][0] in owned]
            scores = model.score(article.encoded, window) if inside else None
            for k in inside:
                assert scores is not None
                s = article.statements[k]
                parts = ([t for a, b in r for t in range(a, b + 1)] for r in (s.cue, s.source, s.content))
                (one,) = answer(model.second, [question(window, scores, *parts)])
                chances = torch.from_numpy(one.tags).exp().half()
                yield (number, k), (one.tokens, torch.from_numpy(one.acts), chances)


def load_teacher(large: Path, weights: Path) -> Teacher:
    """Load a trained teacher."""
    model = Teacher(load_large(large))
    model.load_state_dict(torch.load(weights), strict=False)
    return model.to(fast_type()).eval()


def soften(model: Teacher, excerpts: list[Excerpt], budget: int = 4000) -> Iterator[tuple[int, Softened]]:
    """Yield what the teacher says of statements, with their number, in the order of their lengths."""
    for group in grouped([len(e.tokens) + 2 for e in excerpts], budget):
        batch = collate([excerpts[i] for i in group])
        with torch.no_grad():
            acts, tags = model(batch["ids"], batch["cases"], batch["roles"])
        chances = tags.float().view(*tags.shape[:2], ROWS, 3).softmax(-1).half()
        for k, i in enumerate(group):
            tokens = excerpts[i].tokens
            yield i, (tokens, acts[k].float().softmax(-1), chances[k, : len(tokens)].clone())


if __name__ == "__main__":
    main()
