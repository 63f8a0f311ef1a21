using System.Globalization;
using Modellstadt.Issuer.HolderChecks;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>The codes that wardens scan.</summary>
public sealed class HolderCodeTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_fresh_code_leads_to_the_permit(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var copies = await ReceiveAsync(town);

        foreach (var copy in copies)
            Assert.Equal(IssuingTown.Subject, (await CheckAsync(town, town.Wallet.ShowToWarden(copy))).Value);
    }

    [Theory]
    [InlineData(-120, null)]
    [InlineData(-121, typeof(OldHolderCode))]
    [InlineData(-100_000, typeof(OldHolderCode))]
    [InlineData(30, null)]
    [InlineData(31, typeof(FutureHolderCode))]
    public async Task A_code_is_good_for_two_minutes(int seconds, Type? refusal)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copy = (await ReceiveAsync(town))[0];
        var now = town.Time.Now;
        town.Time.Now = now.AddSeconds(seconds);
        var code = town.Wallet.ShowToWarden(copy);
        town.Time.Now = now;

        Assert.Equal(refusal, (await CheckAsync(town, code)).Refusal?.GetType());
    }

    [Fact]
    public async Task A_code_signed_with_another_key_is_not_genuine()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copies = await ReceiveAsync(town);

        var withOtherCopysKey = town.Wallet.ShowToWarden(copies[0] with { HolderKey = copies[1].HolderKey });
        var withStrangersKey = town.Wallet.ShowToWarden(copies[0] with { HolderKey = town.Wallet.NewKeys(1)[0] });

        Assert.IsType<UnknownHolderCode>((await CheckAsync(town, withOtherCopysKey)).Refusal);
        Assert.IsType<UnknownHolderCode>((await CheckAsync(town, withStrangersKey)).Refusal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_changed_code_is_not_genuine(int part)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var parts = town.Wallet.ShowToWarden((await ReceiveAsync(town))[0]).Split('.');

        parts[part] = (long.Parse(parts[part], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);

        Assert.IsType<UnknownHolderCode>((await CheckAsync(town, string.Join('.', parts))).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_code_of_a_revoked_permit_says_that_it_has_ended(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var copy = (await ReceiveAsync(town))[0];
        await town.Statuses.RevokeAsync(IssuingTown.Subject, Cancellation);

        Assert.IsType<EndedCredential>((await CheckAsync(town, town.Wallet.ShowToWarden(copy))).Refusal);
    }

    [Fact]
    public async Task The_code_of_an_expired_permit_says_that_it_has_ended()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copy = (await ReceiveAsync(town))[0];
        town.Time.Now += TimeSpan.FromDays(366);

        Assert.IsType<EndedCredential>((await CheckAsync(town, town.Wallet.ShowToWarden(copy))).Refusal);
    }

    [Fact]
    public async Task The_code_of_a_replaced_copy_says_that_it_has_ended()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var old = (await ReceiveAsync(town))[0];
        await town.NewWallet().ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);

        Assert.IsType<EndedCredential>((await CheckAsync(town, town.Wallet.ShowToWarden(old))).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nobody_holds_a_decoy(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        await ReceiveAsync(town);
        await town.Statuses.RevokeAsync(IssuingTown.Subject, Cancellation);
        await using var database = await town.OpenDatabaseAsync();
        var decoy = database.Copies.First(copy => copy.OfferId == null);
        var text = string.Create(CultureInfo.InvariantCulture, $"MSP1.{decoy.List}.{decoy.Position}.{town.Time.Now.ToUnixTimeSeconds()}");

        Assert.IsType<UnknownHolderCode>((await CheckAsync(town, HeadlessWallet.SignForWarden(text, town.Wallet.NewKeys(1)[0]))).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GE-AB 123")]
    [InlineData("https://example.org/")]
    [InlineData("MSP1")]
    [InlineData("MSP1....")]
    [InlineData("MSP2.1.1.1800000000.AAAA")]
    [InlineData("MSP1.1.1.1800000000.AAAA.AAAA")]
    [InlineData("MSP1.-1.1.1800000000.AAAA")]
    [InlineData("MSP1.1. 1.1800000000.AAAA")]
    [InlineData("MSP1.99999999999.1.1800000000.AAAA")]
    [InlineData("MSP1.1.1.99999999999999999999.AAAA")]
    [InlineData("MSP1.1.1.999999999999999.AAAA")]
    [InlineData("MSP1.1.1.1800000000.!!!!")]
    [InlineData("MSP1.1.1.1800000000.AAAA=")]
    public async Task Whatever_else_is_scanned_is_no_code(string scanned)
    {
        var town = shared.Town;

        Assert.IsType<NotAHolderCode>((await CheckAsync(town, scanned)).Refusal);
    }

    [Fact]
    public async Task A_code_fits_into_a_readable_picture()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var code = town.Wallet.ShowToWarden((await ReceiveAsync(town))[0]);

        Assert.InRange(code.Length, 100, 130);
        Assert.IsType<NotAHolderCode>((await CheckAsync(town, code + new string('A', 200))).Refusal);
    }

    private static Task<Outcome<string>> CheckAsync(IssuingTown town, string code) => town.HolderCodes.CheckAsync(code, Cancellation);

    private static async Task<IReadOnlyList<PresentableCredential>> ReceiveAsync(IssuingTown town)
    {
        await town.Wallet.ReceiveAsync((await town.OfferAsync()).OfferByReference.OriginalString);
        return town.Wallet.Copies;
    }
}
