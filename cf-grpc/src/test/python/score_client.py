"""A client of recommendations.MLScorer that owes nothing to the Java build.

It makes its own stubs from the .proto file when it runs, and prints one JSON object: the scores,
or the status that the server answered. Needs the packages grpcio and grpcio-tools.

    python3 score_client.py --proto proto/recommendations.proto --user 1 --movies 1193,661
    python3 score_client.py --proto proto/recommendations.proto --check
"""

import argparse
import json
import os
import sys


def parse(args):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only see whether it could run")
    parser.add_argument("--target", default="localhost:50051", help="host:port of the server")
    parser.add_argument("--proto", required=True, help="path of recommendations.proto")
    parser.add_argument("--user", type=int, default=1)
    parser.add_argument("--movies", default="1193", help="movie ids, separated by commas")
    parser.add_argument(
        "--features",
        default="0,0,0,0",
        help="genre overlap, collaborative, popularity percentile, year preference of each movie",
    )
    parser.add_argument("--timeout", type=float, default=10, help="seconds")
    return parser.parse_args(args)


def main():
    options = parse(sys.argv[1:])
    import grpc

    folder, name = os.path.split(os.path.abspath(options.proto))
    sys.path.insert(0, folder)
    protos, services = grpc.protos_and_services(name)
    if options.check:
        return
    genre, collaborative, popularity, year = map(float, options.features.split(","))
    request = protos.ScoreRequest(
        user_id=options.user,
        features=[
            protos.CandidateFeatures(
                movie_id=int(movie),
                genre_overlap_score=genre,
                collaborative_score=collaborative,
                popularity_percentile=popularity,
                year_preference_score=year,
            )
            for movie in options.movies.split(",")
            if movie
        ],
    )
    with grpc.insecure_channel(options.target) as channel:
        stub = services.MLScorerStub(channel)
        try:
            response = stub.ScoreCandidates(request, timeout=options.timeout)
            print(json.dumps({"scores": list(response.scores)}))
        except grpc.RpcError as error:
            print(json.dumps({"code": error.code().name, "details": error.details()}))


main()
