"""How the cost of reading and of the neighbor graph grows with the data: a table and docs/scale.svg.

    python3 docs/scale.py WORK_FOLDER [MILLIONS ...]

Makes data up in WORK_FOLDER (for 1, 2, 4, 8, 16 and 32 million ratings, or those given; 1.8 GB in all),
trains `reference` on each, three times, and keeps the smallest times. Users and movies grow with the
ratings as from MovieLens 1M to 32M; the shape is that of 32M throughout. The exponent b of
seconds = a * ratings^b is fitted by least squares on logarithms, and a prediction for 100 million is
printed: make it first, measure afterwards (reelrecs data synthesize --size ml-100m).
Standard library only. REELRECS_JAVA_OPTS is passed on, as in REELRECS_JAVA_OPTS=-Xmx4g.
"""

import json
import math
import pathlib
import subprocess
import sys

REELRECS = pathlib.Path(__file__).resolve().parent.parent / "reelrecs"
ML_1M = 6_040, 3_706, 1_000_209
ML_32M = 200_948, 87_585, 32_000_204
PREDICTED = 100_000_000
RUNS = 3
STEPS = {"read": "#1f77b4", "neighbors": "#d62728"}
WIDTH, HEIGHT, MARGIN = 640, 420, 60


def reelrecs(*args):
    done = subprocess.run([REELRECS, *map(str, args), "--json"], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def size(millions):
    """Users, movies and ratings, on the line from ML-1M to ML-32M in logarithms."""
    share = math.log(millions) / math.log(32)
    return [round(small * (large / small) ** share) for small, large in zip(ML_1M, ML_32M)]


def measure(folder, millions):
    users, movies, ratings = size(millions)
    file = folder / f"{millions}m" / "ratings.dat"
    if not file.exists():
        reelrecs("data", "synthesize", "--size", "ml-32m", "--users", users, "--movies", movies,
                 "--ratings", ratings, "--out", file)
    best = {step: math.inf for step in STEPS}
    for _ in range(RUNS):
        row = reelrecs("train", "--ratings", file, "--algorithm", "reference", "--out", folder / "scale.rrm")
        for step in STEPS:
            best[step] = min(best[step], row["seconds"][step])
    print(f"{ratings:>12,} {users:>9,} {movies:>8,} {best['read']:>9.3f} {best['neighbors']:>11.3f}", flush=True)
    return ratings, best


def fit(points):
    """a and b of y = a x^b."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    b = sum((p - x) * (q - y) for p, q in zip(xs, ys)) / sum((p - x) ** 2 for p in xs)
    return math.exp(y - b * x), b


def draw(lines):
    """Both lines with their fits on logarithmic axes, as SVG."""
    every = [point for points, _ in lines.values() for point in points]
    low = [math.floor(math.log10(min(p[i] for p in every))) for i in (0, 1)]
    high = [math.ceil(math.log10(max(p[i] for p in every))) for i in (0, 1)]

    def x(value):
        return MARGIN + (math.log10(value) - low[0]) / (high[0] - low[0]) * (WIDTH - 2 * MARGIN)

    def y(value):
        return HEIGHT - MARGIN - (math.log10(value) - low[1]) / (high[1] - low[1]) * (HEIGHT - 2 * MARGIN)

    svg = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
           f' font-size="12"><rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for tick in range(low[0], high[0] + 1):
        at = x(10**tick)
        svg.append(f'<path d="M{at:.1f} {MARGIN}V{HEIGHT - MARGIN}" stroke="#ddd"/>'
                   f'<text x="{at:.1f}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle">{10**tick:,}</text>')
    for tick in range(low[1], high[1] + 1):
        at = y(10**tick)
        svg.append(f'<path d="M{MARGIN} {at:.1f}H{WIDTH - MARGIN}" stroke="#ddd"/>'
                   f'<text x="{MARGIN - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**tick:g}</text>')
    svg.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 14}" text-anchor="middle">ratings</text>'
               f'<text x="{MARGIN}" y="{MARGIN - 34}">seconds</text>')
    for i, (step, (points, (a, b))) in enumerate(lines.items()):
        first, last = points[0][0], points[-1][0]
        svg.append(f'<path d="M{x(first):.1f} {y(a * first**b):.1f}L{x(last):.1f} {y(a * last**b):.1f}"'
                   f' stroke="{STEPS[step]}"/>')
        svg += [f'<circle cx="{x(p):.1f}" cy="{y(q):.1f}" r="4" fill="{STEPS[step]}"/>' for p, q in points]
        svg.append(f'<text x="{MARGIN + 8}" y="{MARGIN + 16 * (i - 1)}" fill="{STEPS[step]}">'
                   f"{step}: ratings to the power {b:.2f}</text>")
    return "\n".join(svg + ["</svg>\n"])


def main():
    folder = pathlib.Path(sys.argv[1])
    print(f"{'ratings':>12} {'users':>9} {'movies':>8} {'read, s':>9} {'neighbors, s':>11}")
    rows = [measure(folder, int(m)) for m in sys.argv[2:] or (1, 2, 4, 8, 16, 32)]
    lines = {}
    for step in STEPS:
        points = [(ratings, best[step]) for ratings, best in rows]
        a, b = fit(points)
        lines[step] = points, (a, b)
        print(f"{step}: {a:.3g} * ratings^{b:.3f}; for {PREDICTED:,}: {a * PREDICTED**b:.1f} s")
    (pathlib.Path(__file__).parent / "scale.svg").write_text(draw(lines))


main()
