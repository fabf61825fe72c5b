import unittest

from bench import table


def ours(median_s, min_s, threads=2, **more):
    return {"case": "search", "threads": threads, "median_s": median_s, "min_s": min_s, "runs": 5, **more}


def peer(median_s, min_s, threads=2, **more):
    return {"library": "Peer 1", "run": "a", **ours(median_s, min_s, threads), **more}


class TableTest(unittest.TestCase):
    def test_ratio_is_the_peers_time_over_ours(self):
        (our_row, peer_row) = table.rows([peer(0.8, 0.6)], {"a": [ours(0.1, 0.05)]})
        self.assertEqual(our_row[7], "1")
        self.assertEqual(peer_row[7], "8.00x (12x)")

    def test_ours_is_the_median_of_the_runs_medians_and_the_least_of_all(self):
        merged = table.merge([ours(0.1, 0.09), ours(0.9, 0.08), ours(0.2, 0.1)])
        self.assertEqual((merged["median_s"], merged["min_s"], merged["runs"]), (0.2, 0.08, 15))

    def test_threads_are_compared_with_as_many(self):
        both = {"a": [ours(0.1, 0.1, 2), ours(0.2, 0.2, 1)]}
        cells = list(table.rows([peer(0.8, 0.8, 1)], both))
        self.assertEqual([row[7] for row in cells], ["1", "4.00x (4.00x)", "1"])

    def test_where_ours_takes_one_thread_only_that_is_compared(self):
        one = {**ours(0.1, 0.1, 1), "case": "read"}
        found = table.counterpart({**peer(1, 1, 2), "case": "read"}, table.ours_by_work([one]))
        self.assertEqual(found["threads"], 1)

    def test_reading_to_columns_is_a_line_of_its_own(self):
        record = {**ours(0.2, 0.1), "case": "read", "columns_median_s": 0.05, "columns_min_s": 0.04}
        again = {**record, "columns_median_s": 0.15, "columns_min_s": 0.02}
        cells = list(table.rows([], {"a": [record, again]}))
        self.assertEqual([row[3] for row in cells], ["200 ms", "100 ms"])
        self.assertEqual([row[7] for row in cells], ["1", "0.50x (0.20x)"])

    def test_another_number_of_candidates_is_other_work(self):
        work = table.ours_by_work([ours(1, 1, candidates=200)])
        self.assertIsNone(table.counterpart(peer(1, 1, candidates=1), work))

    def test_a_peer_is_compared_with_its_own_run(self):
        cells = list(table.rows([peer(0.8, 0.8)], {"a": [ours(0.1, 0.1)], "b": [ours(0.4, 0.4)]}))
        self.assertEqual(cells[0][3], "400 ms")
        self.assertEqual(cells[1][7], "8.00x (8.00x)")

    def test_without_ours_there_is_no_ratio(self):
        self.assertEqual([row[7] for row in table.rows([peer(0.8, 0.8)], {})], [""])

    def test_the_fastest_peer_comes_first(self):
        cells = table.rows([peer(3, 3, library="slow"), peer(2, 2, library="fast")], {})
        self.assertEqual([row[2] for row in cells], ["fast", "slow"])

    def test_p50_is_taken_where_there_is_no_median(self):
        self.assertEqual(table.middle({"p50_s": 3}), 3)

    def test_seconds_have_a_unit_that_fits(self):
        texts = [table.seconds(value) for value in (1.234, 0.0123, 1.5e-5, 2e-8, None)]
        self.assertEqual(texts, ["1.23 s", "12.3 ms", "15 us", "20 ns", ""])


if __name__ == "__main__":
    unittest.main()
