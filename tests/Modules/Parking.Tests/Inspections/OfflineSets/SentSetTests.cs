using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections.OfflineSets;

/// <summary>The set that a town sends to the device of a shift.</summary>
public sealed class SentSetTests
{
    private readonly Guid warden = new("7b3b6a7e-9d55-4f37-8c0f-4f0b4b8a1d02");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_set_answers_like_the_town_for_the_zones_of_the_shift(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind);
        await town.AddPermitAsync("GE-AB 1, GE-AB 2 04–10");
        await town.AddPermitAsync("GE-AB 3", permit => permit.State = PermitState.Revoked);
        await town.AddPermitAsync("GE-AB 4", permit => permit.From = permit.From.AddDays(1));
        await town.AddPermitAsync("GE-AB 5", permit => permit.Zone = "S");
        await town.AddPermitAsync("GE-AB 6", permit => permit.Zone = "B");
        var set = await FetchAsync(town, ["P", "S"]);

        Assert.True(set.Knows("2026-11-24", "P", "GE-AB1"));
        Assert.True(set.Knows("2026-11-24", "P", "GE-AB2"));
        Assert.False(set.Knows("2026-11-24", "P", "GE-AB3"));
        Assert.False(set.Knows("2026-11-24", "P", "GE-AB4"));
        Assert.True(set.Knows("2026-11-24", "S", "GE-AB5"));
        Assert.False(set.Knows("2026-11-24", "P", "GE-AB5"));
        Assert.False(set.Knows("2026-11-24", "B", "GE-AB6"));
        Assert.Equal("""["P","S"]""", set.Header["zones"]!.ToJsonString());
        Assert.Equal(3, (int)set.Header["count"]!);
    }

    [Fact]
    public async Task A_shift_over_the_turn_of_the_year_has_the_rights_of_both_days()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        town.Time.Now = new DateTimeOffset(2026, 12, 31, 19, 0, 0, TimeSpan.Zero);
        await town.AddPermitAsync("GE-AB 1", permit => permit.Until = new DateOnly(2026, 12, 31));
        await town.AddPermitAsync("GE-AB 2", permit => (permit.From, permit.Until) = (new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31)));
        var set = await FetchAsync(town, ["P"]);

        Assert.True(set.Knows("2026-12-31", "P", "GE-AB1"));
        Assert.False(set.Knows("2027-01-01", "P", "GE-AB1"));
        Assert.False(set.Knows("2026-12-31", "P", "GE-AB2"));
        Assert.True(set.Knows("2027-01-01", "P", "GE-AB2"));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 5, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), (long)set.Header["exp"]!);
    }

    [Fact]
    public async Task Each_set_has_a_key_of_its_own_that_the_town_keeps_nowhere()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        await town.AddPermitAsync("GE-AB 1");
        var (first, second) = (await FetchAsync(town, ["P"]), await FetchAsync(town, ["P"]));

        Assert.NotEqual(first.Key, second.Key);
        Assert.NotEqual(first.Table, second.Table);
        Assert.False((second with { Key = first.Key }).Knows("2026-11-24", "P", "GE-AB1"));
        Assert.Empty(await StoredTraces.OfAsync(town, DatabaseKind.Sqlite, Convert.ToBase64String(first.Key), Base64Url.Encode(first.Key), Convert.ToHexStringLower(first.Key), Encoding.Latin1.GetString(first.Key)));
    }

    [Fact]
    public async Task Only_a_warden_in_a_shift_gets_a_set_and_not_without_end()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, ("Parking:Inspections:OfflineSetsPerHour", "2"));
        var browser = await town.SignInBeforeShiftAsync("Warden");
        Assert.Contains("urn:modellstadt:parking:no-shift", (await browser.PostJsonAsync(SendOfflineSet.Address, "{}")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.NewBrowser().PostJsonAsync(SendOfflineSet.Address, "{}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await town.SignInBeforeShiftAsync("Clerk")).PostJsonAsync(SendOfflineSet.Address, "{}")).Status);

        await browser.BeginShiftAsync();
        Assert.Equal(HttpStatusCode.OK, (await browser.PostJsonAsync(SendOfflineSet.Address, "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostJsonAsync(SendOfflineSet.Address, "{}")).Status);
        Assert.Contains("urn:modellstadt:parking:too-many-offline-sets", (await browser.PostJsonAsync(SendOfflineSet.Address, "{}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_shift_brings_the_key_that_signed_its_set()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var page = await (await town.SignInAsync("Warden")).OpenAsync("/warden");
        var shift = JsonNode.Parse(page.Html[(page.Html.IndexOf("data-shift=\"", StringComparison.Ordinal) + 12)..].Split("\" aria-label", 2)[0])!;

        Assert.Equal(town.Services.GetRequiredService<OfflineSetKeys>().Signing.PublicKey.ToJson().ToJsonString(), shift["townKey"]!.ToJsonString());
        Assert.Contains("GE", shift["districts"]!.AsArray().Select(district => (string)district!));
        Assert.Equal(1_795_539_600_000, (long)shift["zones"]!.AsArray().Single(zone => (string)zone!["id"]! == "P")!["hours"]![0]![1]!);
    }

    private async Task<SentSet> FetchAsync(PermitTown town, string[] zones)
    {
        await using var scope = town.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StartShift>().BeginAsync(warden, ShiftPurpose.Round, zones, Cancellation);
        var sent = (await scope.ServiceProvider.GetRequiredService<SendOfflineSet>().BuildAsync(warden, Cancellation)).Value;
        return SentSet.Of(sent, town.Services.GetRequiredService<OfflineSetKeys>().Signing.PublicKey);
    }

    /// <summary>A set as a device sees it.</summary>
    private sealed record SentSet(byte[] Key, JsonObject Header, byte[] Table)
    {
        public static SentSet Of(byte[] sent, JsonWebKey townKey)
        {
            var tableAt = 34 + BinaryPrimitives.ReadUInt16BigEndian(sent.AsSpan(32));
            using var key = VerificationKey.Import(townKey);
            var header = CompactJws.Parse(Encoding.ASCII.GetString(sent, 34, tableAt - 34)).Expect().Verify(key, JwsRules.ForType(OfflineSetHeader.Type)).Expect().Payload;
            return new SentSet(sent[..32], header, sent[tableAt..]);
        }

        public bool Knows(string day, string zone, string plate)
        {
            var digest = Convert.FromHexString(new OfflineRight(DateOnly.ParseExact(day, "O"), zone, plate).Digest(Key).ToString("x12", System.Globalization.CultureInfo.InvariantCulture));
            return Table.Chunk(OfflineRight.DigestBytes).Any(entry => entry.SequenceEqual(digest));
        }
    }
}
