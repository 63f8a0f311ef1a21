using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Parking.Inspections.ScanCars;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Tests.Permits;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Testing;

namespace Modellstadt.Parking.Tests.Inspections;

/// <summary>The interface for scan cars: off, and where it is on, only what a person has to look at comes back.</summary>
public sealed class ScanCarTests
{
    private static readonly Guid Car = new("9d2c9c52-2f0b-4d2b-9a31-6a3b1f1c0a77");
    private static readonly (string, string) On = ("Parking:ScanCar:Enabled", "true");

    [Fact]
    public async Task It_is_off_unless_the_town_switches_it_on_and_the_refusal_says_why()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite);
        var refusal = Check(town).Answer(new ScanCarBatch("P|", ["GE-AB 123"], null, null), Car).Refusal;

        Assert.IsType<ScanCarIsOff>(refusal);
        Assert.Contains("Nordrhein-Westfalen keine Rechtsgrundlage", refusal.In(Kernel.Texts.Language.German).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_for_it_nobody_asks()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, On);
        var answer = await (await town.SignInAsync("Warden")).PostJsonAsync(CheckBatch.Address, """{"place":"P|","plates":["GE-AB 123"]}""");

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.Status);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_plates_without_a_right_come_back_and_none_is_stored(DatabaseKind kind)
    {
        await using var town = await Staff.StartTownAsync(kind, On);
        await town.AddPermitAsync("GE-AB 123");
        await town.AddPermitAsync("GE-AB 124", permit => permit.State = PermitState.Revoked);
        await town.AddPermitAsync("GE-AB 125", permit => permit.Zone = "S");
        var answer = Check(town).Answer(new ScanCarBatch("P|", ["GE-AB 123", "GE-AB 124", "GEAB125", "GE-QX 9173", "8OO"], null, null), Car);

        Assert.Equal(["GE-AB 124", "GEAB125", "GE-QX 9173", "8OO"], answer.Value.Check);
        Assert.Empty(await StoredTraces.OfAsync(town, kind, "QX 9173", "QX9173", "GE-QX"));
    }

    [Fact]
    public async Task Digests_under_the_cars_own_key_are_answered_without_a_plate_on_the_wire()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, On);
        await town.AddPermitAsync("GE-AB 123");
        var key = town.Random.NewBytes(OfflineSet.KeyBytes);
        string Digest(string plate) => new OfflineRight(new DateOnly(2026, 11, 24), "P", plate).Digest(key).ToString("x12", CultureInfo.InvariantCulture);

        var answer = Check(town).Answer(new ScanCarBatch("P|", null, Base64Url.Encode(key), [Digest("GE-AB123"), Digest("GE-AB124")]), Car);
        Assert.Equal([Digest("GE-AB124")], answer.Value.Check);
    }

    [Fact]
    public async Task A_sample_has_a_place_and_at_most_500_plates_and_there_are_few_of_them()
    {
        await using var town = await Staff.StartTownAsync(DatabaseKind.Sqlite, On, ("Parking:ScanCar:BatchesPerHour", "4"));
        var check = Check(town);
        string[] many = [.. Enumerable.Range(1, 501).Select(number => $"GE-AB {number}")];
        Assert.IsType<BatchNotReadable>(check.Answer(new ScanCarBatch("nowhere", ["GE-AB 1"], null, null), Car).Refusal);
        Assert.IsType<BatchNotReadable>(check.Answer(new ScanCarBatch("P|", many, null, null), Car).Refusal);
        Assert.IsType<BatchNotReadable>(check.Answer(new ScanCarBatch("P|", [], null, null), Car).Refusal);
        Assert.IsType<BatchNotReadable>(check.Answer(new ScanCarBatch("P|", null, "AAAA", ["000000000000"]), Car).Refusal);

        Assert.Equal(500, check.Answer(new ScanCarBatch("P|", many[..500], null, null), Car).Value.Check.Count);
        Assert.IsType<TooManyBatches>(check.Answer(new ScanCarBatch("P|", ["GE-AB 1"], null, null), Car).Refusal);
        Assert.Null(check.Answer(new ScanCarBatch("P|", ["GE-AB 1"], null, null), Guid.Empty).Refusal);
    }

    private static CheckBatch Check(PermitTown town) => town.Services.GetRequiredService<CheckBatch>();
}
