using System.Text;
using CsCheck;
using Modellstadt.Parking.Inspections.OfflineSets;

namespace Modellstadt.Parking.Tests.Inspections.OfflineSets;

/// <summary>The keyed table against a naive set.</summary>
public sealed class OfflineTableTests
{
    private const int Permits = 100_000;

    private static readonly DateOnly Day = new(2026, 11, 24);
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    [Fact]
    public void The_table_answers_like_a_set_of_the_rights_whatever_is_in_it()
    {
        var right = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[1, 40]).Select((day, zone, number) => new OfflineRight(Day.AddDays(day), $"{(char)('P' + zone)}", $"GE-AB{number}"));
        Gen.Select(right.Array[0, 60], Gen.Byte.Array[32]).Sample((rights, key) =>
        {
            var table = OfflineTable.Build(key, rights);
            var naive = rights.ToHashSet();
            Assert.Equal(naive.Count, table.Count);
            for (var day = 0; day < 3; day++)
            {
                for (var number = 1; number <= 40; number++)
                {
                    foreach (var zone in new[] { "P", "Q", "R" })
                    {
                        var asked = new OfflineRight(Day.AddDays(day), zone, $"GE-AB{number}");
                        Assert.Equal(naive.Contains(asked), table.Contains(key, asked));
                    }
                }
            }
        }, iter: 50);
    }

    [Fact]
    public void The_same_rights_make_the_same_bytes_in_whatever_order_they_come()
    {
        var rights = Enumerable.Range(1, 500).Select(number => new OfflineRight(Day, "P", $"GE-AB{number}")).ToArray();

        Assert.Equal(OfflineTable.Build(Key, rights).Bytes.ToArray(), OfflineTable.Build(Key, rights.Reverse().Concat(rights[..100])).Bytes.ToArray());
    }

    [Fact]
    public void A_hundred_thousand_permits_take_600_kilobytes_and_a_million_foreign_questions_find_nothing()
    {
        var table = OfflineTable.Build(Key, Enumerable.Range(0, Permits).Select(number => new OfflineRight(Day, "P", $"GE-AB{number}")));

        Assert.Equal(Permits * OfflineRight.DigestBytes, table.Bytes.Length);
        Assert.All(Enumerable.Range(0, 1000), number => Assert.True(table.Contains(Key, new OfflineRight(Day, "P", $"GE-AB{number * 97}"))));
        Assert.Equal(0, Enumerable.Range(0, 1_000_000).Count(number => table.Contains(Key, new OfflineRight(Day, "P", $"GE-CD{number}"))));
    }

    [Fact]
    public void Without_the_right_key_day_or_zone_nothing_is_found()
    {
        var table = OfflineTable.Build(Key, [new OfflineRight(Day, "P", "GE-AB1")]);
        Assert.True(table.Contains(Key, new OfflineRight(Day, "P", "GE-AB1")));

        Assert.False(table.Contains([.. Key.Reverse()], new OfflineRight(Day, "P", "GE-AB1")));
        Assert.False(table.Contains(Key, new OfflineRight(Day.AddDays(1), "P", "GE-AB1")));
        Assert.False(table.Contains(Key, new OfflineRight(Day, "S", "GE-AB1")));
        Assert.False(table.Contains(Key, new OfflineRight(Day, "PGE-", "AB1")));
    }

    [Fact]
    public void No_plate_and_no_zone_can_be_read_in_the_table()
    {
        var text = Encoding.Latin1.GetString(OfflineTable.Build(Key, Enumerable.Range(1, 9999).Select(number => new OfflineRight(Day, "P", $"GE-AB{number}"))).Bytes);

        Assert.DoesNotContain("GE-AB", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-11", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_knows_nobody()
    {
        var table = OfflineTable.Build(Key, []);

        Assert.Equal(0, table.Count);
        Assert.False(table.Contains(Key, new OfflineRight(Day, "P", "GE-AB1")));
    }

    [Fact]
    public void A_zone_with_a_long_name_is_found_too()
    {
        var right = new OfflineRight(Day, new string('Ö', 300), "GE-AB1");

        Assert.True(OfflineTable.Build(Key, [right]).Contains(Key, right));
    }
}
