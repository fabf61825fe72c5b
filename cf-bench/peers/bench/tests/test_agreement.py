import struct
import tempfile
import unittest
from array import array
from pathlib import Path

from bench.agreement import Neighbors, check, read


def neighbors(*rows):
    k = len(rows[0])
    return Neighbors(
        len(rows),
        k,
        array("i", [user for row in rows for user, _ in row]),
        array("d", [similarity for row in rows for _, similarity in row]),
    )


OURS = neighbors([(5, 0.9), (6, 0.8), (7, 0.7)], [(8, 0.5), (9, 0.4), (0, 0.3)])


class AgreementTest(unittest.TestCase):
    def test_the_same_lists_agree(self):
        result = check(OURS, OURS)
        self.assertTrue(result.agrees)
        self.assertEqual(result.worst, 0)

    def test_rounding_agrees_and_is_told(self):
        theirs = neighbors([(5, 0.900001), (6, 0.8), (7, 0.7)], OURS.row(1))
        result = check(OURS, theirs)
        self.assertTrue(result.agrees)
        self.assertAlmostEqual(result.worst, 1e-6)

    def test_another_similarity_does_not(self):
        theirs = neighbors([(5, 0.9001), (6, 0.8), (7, 0.7)], OURS.row(1))
        result = check(OURS, theirs)
        self.assertEqual(result.bad_rows, 1)
        self.assertIn("rank 0", result.examples[0])

    def test_nan_does_not(self):
        self.assertFalse(check(OURS, neighbors([(5, float("nan")), (6, 0.8), (7, 0.7)], OURS.row(1))).agrees)

    def test_another_user_with_the_same_similarity_does_not_unless_it_ties_with_the_last(self):
        first = neighbors([(4, 0.9), (6, 0.8), (7, 0.7)], OURS.row(1))
        last = neighbors([(5, 0.9), (6, 0.8), (4, 0.7)], OURS.row(1))
        self.assertFalse(check(OURS, first).agrees)
        self.assertTrue(check(OURS, last).agrees)
        self.assertEqual(check(OURS, last).other_ids, 1)

    def test_swapped_users_do_not_unless_they_tie(self):
        swapped = neighbors([(6, 0.9), (5, 0.8), (7, 0.7)], OURS.row(1))
        self.assertFalse(check(OURS, swapped).agrees)
        tied = neighbors([(5, 0.9), (6, 0.9), (7, 0.7)])
        self.assertTrue(check(tied, neighbors([(6, 0.9), (5, 0.9), (7, 0.7)])).agrees)

    def test_a_user_that_is_its_own_neighbor_does_not(self):
        tied = neighbors([(5, 0.9), (6, 0.9)])
        self.assertFalse(check(tied, neighbors([(5, 0.9), (0, 0.9)])).agrees)

    def test_a_user_twice_or_missing_does_not(self):
        tied = neighbors([(5, 0.9), (6, 0.9)])
        self.assertFalse(check(tied, neighbors([(5, 0.9), (5, 0.9)])).agrees)
        self.assertFalse(check(tied, neighbors([(5, 0.9), (-1, 0.9)])).agrees)

    def test_another_shape_does_not(self):
        self.assertFalse(check(OURS, neighbors(OURS.row(0))).agrees)

    def test_a_file_is_read_as_it_was_written_and_one_cut_short_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "neighbors"
            content = struct.pack("<ii2i2d", 1, 2, 5, 6, 0.9, 0.8)
            file.write_bytes(content)
            self.assertEqual(read(file).row(0), [(5, 0.9), (6, 0.8)])
            file.write_bytes(content[:-8])
            with self.assertRaises(ValueError):
                read(file)


if __name__ == "__main__":
    unittest.main()
