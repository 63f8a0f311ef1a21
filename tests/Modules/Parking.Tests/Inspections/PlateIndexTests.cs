using CsCheck;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>The rights in memory follow the permits in storage.</summary>
public sealed class PlateIndexTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_another_process_grants_and_revokes_is_known_soon(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var warden = await town.SignInAsync("Warden");

        var permit = await town.StoreElsewhereAsync("GE-AB 123");
        await Staff.UntilAsync(async () => await warden.StateOfAsync("GE-AB 123") == "valid");

        await using (var database = await town.OpenDatabaseAsync())
        {
            var stored = await database.Permits.SingleAsync(candidate => candidate.Id == permit.Id, Cancellation);
            (stored.State, stored.ChangedAt) = (PermitState.Revoked, town.Time.Now);
            await database.SaveChangesAsync(Cancellation);
        }

        await Staff.UntilAsync(async () => await warden.StateOfAsync("GE-AB 123") == "not-valid");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_fails_for_a_while_does_not_end_the_following(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        var warden = await town.SignInAsync("Warden");
        await town.AddPermitAsync("GE-AB 123");
        await ExecuteAsync(town, "ALTER TABLE permits RENAME TO hidden_permits");
        await Task.Delay(TimeSpan.FromSeconds(4), Cancellation);
        Assert.Equal("valid", await warden.StateOfAsync("GE-AB 123"));

        await ExecuteAsync(town, "ALTER TABLE hidden_permits RENAME TO permits");
        await town.StoreElsewhereAsync("GE-AB 124");
        await Staff.UntilAsync(async () => await warden.StateOfAsync("GE-AB 124") == "valid");
    }

    [Fact]
    public async Task A_permit_of_another_town_in_the_same_database_gives_no_right_here()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var warden = await town.SignInAsync("Warden");
        await town.StoreElsewhereAsync("AC-XY 1", permit => permit.Ags = "05334002");
        await town.StoreElsewhereAsync("GE-AB 123");

        await Staff.UntilAsync(async () => await warden.StateOfAsync("GE-AB 123") == "valid");
        Assert.Equal("unknown", await warden.StateOfAsync("AC-XY 1"));
    }

    [Fact]
    public void The_index_answers_like_a_list_of_all_permits_whatever_changes_in_whatever_order()
    {
        var permits = Enumerable.Range(0, 4).Select(number => new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])).ToArray();
        var plates = new[] { "GE-AB 1", "GE-AB 2", "GE-AB 1, GE-AB 2", "GE-AB 3 04–10" };
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool).Array[0, 20].Sample(changes =>
        {
            var index = new PlateIndex();
            var model = new Dictionary<Guid, Permit>();
            foreach (var (permit, plate, revoked) in changes)
                index.Put(model[permits[permit]] = Permit(permits[permit], plates[plate], revoked));

            foreach (var (key, written) in new[] { ("GE-AB1", "GE-AB 1"), ("GE-AB2", "GE-AB 2"), ("GE-AB3", "GE-AB 3 04–10"), ("GE-AB4", "GE-AB 4") })
            {
                var expected = model.Values.Where(permit => permit.EachPlate.Contains(written)).Select(permit => (permit.Id, permit.State is PermitState.Revoked));
                Assert.Equal(expected.Order(), index.OfPlate(key).Select(right => (right.PermitId, right.Revoked)).Order());
            }
        });
    }

    [Fact]
    public void Every_key_of_a_plate_has_a_number_of_its_own_and_comes_back_from_it()
    {
        var signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789-".ToCharArray();
        Gen.Int[0, signs.Length - 1].Select(index => signs[index]).Array[1, 10].Sample(key =>
        {
            Assert.True(PlateCode.TryRead(new string(key), out var code));
            Assert.Equal(new string(key), PlateCode.Write(code));
        });
        Assert.All(["", "GE-AB123456", "ge-ab1", "GE AB1", "GE-AB1ß"], text => Assert.False(PlateCode.TryRead(text, out _)));
    }

    [Fact]
    public void A_plate_that_is_no_german_one_is_found_by_its_permit_only()
    {
        var index = new PlateIndex();
        index.Put(Permit(Guid.Empty, "LUX 1234, GE-AB 1", revoked: false));

        Assert.Equal(["LUX 1234", "GE-AB 1"], index.OfPermit(Guid.Empty).Select(right => right.Plate));
        Assert.Equal(["GE-AB 1"], index.OfPlate("GE-AB1").Select(right => right.Plate));
        Assert.Equal(["GE-AB1"], index.All().Select(entry => entry.PlateKey));
    }

    private static Permit Permit(Guid id, string plates, bool revoked) => new()
    {
        Id = id,
        Ags = "05513000",
        PermitNumber = $"GE-2026-{id:N}",
        ResidentId = "resident",
        Plates = plates,
        Zone = "P",
        ZoneName = "Altstadt",
        ValidFrom = new DateOnly(2026, 1, 1),
        ValidUntil = new DateOnly(2026, 12, 31),
        State = revoked ? PermitState.Revoked : PermitState.Active,
        ApplicationId = id,
        FeeNoticeId = id,
        IssuedAt = DateTimeOffset.UnixEpoch,
        RuleVersion = "test",
        ChangedAt = DateTimeOffset.UnixEpoch,
    };

    private static async Task ExecuteAsync(PermitTown town, string sql)
    {
        await using var database = await town.OpenDatabaseAsync();
        await database.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }
}
