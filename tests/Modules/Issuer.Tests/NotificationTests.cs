using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Issuance;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>What wallets say of the copies they were sent (OpenID4VCI 1.0, section 11).</summary>
public sealed class NotificationTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    [Oidf("VCIIssuerHappyFlow")]
    [Oidf("VCIWalletTestCredentialIssuanceWithNotification")]
    public async Task A_wallet_that_keeps_its_copies_says_so_once_or_often(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (visit, asked) = await FetchAsync(town);

        var first = await NotifyAsync(town, visit, asked, IssuanceEvent.Accepted);
        var again = await NotifyAsync(town, visit, asked, IssuanceEvent.Accepted);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.Status, again.Status));
        Assert.Equal(3, await ValidCopiesAsync(town));
    }

    [Fact]
    [Oidf("VCIIssuerHappyFlowWithSkipNotification")]
    public async Task A_wallet_that_says_nothing_keeps_its_copies_as_well()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        await FetchAsync(town);

        Assert.Equal(3, await ValidCopiesAsync(town));
    }

    [Theory]
    [InlineData(IssuanceEvent.Failure)]
    [InlineData(IssuanceEvent.Deleted)]
    public async Task Copies_that_a_wallet_does_not_keep_are_revoked_for_good(IssuanceEvent happened)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (visit, asked) = await FetchAsync(town);
        await NotifyAsync(town, visit, asked, IssuanceEvent.Accepted);

        var reply = await NotifyAsync(town, visit, asked, happened);
        var takenBack = await NotifyAsync(town, visit, asked, IssuanceEvent.Accepted);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (reply.Status, takenBack.Status));
        Assert.Equal(0, await ValidCopiesAsync(town));
        await using var database = await town.OpenDatabaseAsync();
        Assert.Equal(NotificationRequest.NameOf(happened), (await database.Issuances.SingleAsync(Cancellation)).Event);
    }

    [Fact]
    public async Task A_word_on_an_earlier_batch_leaves_the_later_one_alone()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var (visit, earlier) = await FetchAsync(town);
        await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 2);

        await NotifyAsync(town, visit, earlier, IssuanceEvent.Deleted);

        Assert.Equal(2, await ValidCopiesAsync(town));
    }

    [Fact]
    public async Task A_notification_id_of_somebody_else_is_none()
    {
        var (mine, _) = await FetchAsync(shared.Town, "permit/mine");
        var (yours, theirs) = await FetchAsync(shared.Town, "permit/yours");

        var stolen = await NotifyAsync(shared.Town, mine, theirs, IssuanceEvent.Deleted);
        var guessed = await shared.Town.Wallet.NotifyAsync(mine.Issuer, mine.Token, new NotificationRequest("3fwe98js", IssuanceEvent.Deleted));
        var own = await NotifyAsync(shared.Town, yours, theirs, IssuanceEvent.Accepted);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNotificationId), (stolen.Status, stolen.Error));
        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNotificationId), (guessed.Status, guessed.Error));
        Assert.Equal("no-store", guessed.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NoContent, own.Status);
    }

    [Fact]
    public async Task Without_a_good_token_nothing_is_taken()
    {
        var (visit, asked) = await FetchAsync(shared.Town, "permit/token");

        var reply = await NotifyAsync(shared.Town, visit with { Token = "stolen" }, asked, IssuanceEvent.Deleted);

        Assert.Equal((HttpStatusCode.Unauthorized, IssuanceErrors.InvalidToken), (reply.Status, reply.Error));
        Assert.Equal("Bearer error=\"invalid_token\"", reply.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("""{"notification_id":"a","event":"credential_sold"}""", "application/json")]
    [InlineData("""{"notification_id":"a","event":"credential_accepted"}""", "text/plain")]
    public async Task A_malformed_notification_is_refused(string body, string mediaType)
    {
        var (visit, _) = await FetchAsync(shared.Town, $"permit/{body}{mediaType}");

        var reply = await shared.Town.Wallet.PostCredentialRequestAsync(visit.Issuer.Metadata.NotificationEndpoint!, visit.Token, Encoding.UTF8.GetBytes(body), mediaType);

        Assert.Equal((HttpStatusCode.BadRequest, IssuanceErrors.InvalidNotificationRequest), (reply.Status, reply.Error));
    }

    private static async Task<(Visit Visit, AskedCopies Asked)> FetchAsync(IssuingTown town, string subject = IssuingTown.Subject)
    {
        var visit = await new Attacker(town).EnterAsync(subject: subject);
        return (visit, await town.Wallet.AskForCopiesAsync(visit.Issuer, visit.Configuration, visit.Token, 3));
    }

    private static Task<IssuerReply> NotifyAsync(IssuingTown town, Visit visit, AskedCopies asked, IssuanceEvent happened) =>
        town.Wallet.NotifyAsync(visit.Issuer, visit.Token, new NotificationRequest(asked.Response.NotificationId!, happened));

    private static async Task<int> ValidCopiesAsync(IssuingTown town)
    {
        await using var database = await town.OpenDatabaseAsync();
        return await database.Copies.CountAsync(copy => copy.OfferId != null && copy.RevokedAt == null, Cancellation);
    }
}
