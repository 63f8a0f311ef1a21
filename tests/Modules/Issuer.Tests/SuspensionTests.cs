using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Issuer.Statuses;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Issuer.Tests;

/// <summary>Credentials that are interrupted and go on; and what the published lists tell about whose they are.</summary>
public sealed class SuspensionTests
{
    private const string Statuses = "/management/v1/credential-statuses";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_suspended_credential_goes_on_when_it_is_resumed(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (suspended, other) = (await ReceiveAsync(town, "permit/1"), await ReceiveAsync(town, "permit/2"));
        Assert.All(StatusesOf(suspended, await PublishAsync(town)), status => Assert.Equal(StatusValues.Valid, status));

        await town.Statuses.SuspendAsync("permit/1", Cancellation);
        var during = await PublishAsync(town);
        await town.Statuses.ResumeAsync("permit/1", Cancellation);
        var after = await PublishAsync(town);

        Assert.All(StatusesOf(suspended, during), status => Assert.Equal(StatusValues.Suspended, status));
        Assert.All(StatusesOf(suspended, after), status => Assert.Equal(StatusValues.Valid, status));
        Assert.All(StatusesOf(other, during).Concat(StatusesOf(other, after)), status => Assert.Equal(StatusValues.Valid, status));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_revoked_is_never_valid_again(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var copies = await ReceiveAsync(town, "permit/1");
        await town.Statuses.SuspendAsync("permit/1", Cancellation);
        await town.Statuses.RevokeAsync("permit/1", Cancellation);

        await town.Statuses.ResumeAsync("permit/1", Cancellation);

        Assert.All(StatusesOf(copies, await PublishAsync(town)), status => Assert.Equal(StatusValues.Invalid, status));
        // The revocation ended the suspension: what is issued from now on is valid.
        Assert.All(StatusesOf(await ReceiveAsync(town, "permit/1"), await PublishAsync(town)), status => Assert.Equal(StatusValues.Valid, status));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_it_is_suspended_no_further_copy_is_issued(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        await town.Statuses.SuspendAsync(IssuingTown.Subject, Cancellation);

        var refused = await attacker.RequestAsync(visit, town.Wallet.Prove(town.Wallet.NewKeys(10), visit.Issuer, await attacker.NonceAsync(visit)));
        await town.Statuses.ResumeAsync(IssuingTown.Subject, Cancellation);
        var issued = await attacker.RequestAsync(visit, town.Wallet.Prove(town.Wallet.NewKeys(10), visit.Issuer, await attacker.NonceAsync(visit)));

        Assert.Equal("credential_request_denied", refused.Error);
        issued.ExpectBody();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Copies_that_are_issued_in_the_same_moment_are_suspended_as_well(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var attacker = new Attacker(town);
        var visit = await attacker.EnterAsync();
        var proofs = town.Wallet.Prove(town.Wallet.NewKeys(10), visit.Issuer, await attacker.NonceAsync(visit));

        await Task.WhenAll(attacker.RequestAsync(visit, proofs), town.Statuses.SuspendAsync(IssuingTown.Subject, Cancellation));

        await using var database = await town.OpenDatabaseAsync();
        Assert.DoesNotContain(database.Copies, copy => copy.Subject != null && copy.SuspendedAt == null);
    }

    [Fact]
    public async Task A_list_of_one_bit_shows_suspended_as_revoked_until_it_is_resumed()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:StatusListBits", "1"));
        var copies = await ReceiveAsync(town, "permit/1");

        await town.Statuses.SuspendAsync("permit/1", Cancellation);
        var during = await PublishAsync(town);
        await town.Statuses.ResumeAsync("permit/1", Cancellation);

        Assert.Equal(1, during.Bits);
        Assert.All(StatusesOf(copies, during), status => Assert.Equal(StatusValues.Invalid, status));
        Assert.All(StatusesOf(copies, await PublishAsync(town)), status => Assert.Equal(StatusValues.Valid, status));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public async Task A_town_may_choose_more_bits(int bits)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), ("Issuer:StatusListBits", $"{bits}"));
        var copies = await ReceiveAsync(town, "permit/1");

        await town.Statuses.SuspendAsync("permit/1", Cancellation);

        var list = await PublishAsync(town);
        Assert.Equal(bits, list.Bits);
        Assert.All(StatusesOf(copies, list), status => Assert.Equal(StatusValues.Suspended, status));
    }

    [Fact]
    public async Task The_copies_of_a_suspended_card_open_no_gate()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copy = (await ReceiveAsync(town, "permit/1"))[0];
        var code = town.Wallet.ShowToWarden(copy);
        Assert.Equal("permit/1", (await town.HolderCodes.CheckAsync(code, Cancellation)).Value);

        await town.Statuses.SuspendAsync("permit/1", Cancellation);

        Assert.Equal("urn:modellstadt:issuer:suspended-credential", (await town.HolderCodes.CheckAsync(code, Cancellation)).Refusal!.Type);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_difference_between_two_lists_does_not_tell_how_many_copies_one_person_had(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var sizes = new Dictionary<string, List<int>> { ["suspended"] = [], ["resumed"] = [], ["suspended again"] = [], ["revoked"] = [] };
        for (var person = 0; person < 8; person++)
        {
            var subject = $"permit/{person}";
            var copies = await ReceiveAsync(town, subject);
            sizes["suspended"].Add(await ChangedByAsync(town, copies, () => town.Statuses.SuspendAsync(subject, Cancellation)));
            sizes["resumed"].Add(await ChangedByAsync(town, copies, () => town.Statuses.ResumeAsync(subject, Cancellation)));
            sizes["suspended again"].Add(await ChangedByAsync(town, copies, () => town.Statuses.SuspendAsync(subject, Cancellation)));
            sizes["revoked"].Add(await ChangedByAsync(town, copies, () => town.Statuses.RevokeAsync(subject, Cancellation)));
        }

        // Ten copies, and by chance up to ten entries that nobody holds, whichever way they go.
        Assert.All(sizes.Values, changed => Assert.InRange(changed.Distinct().Count(), 3, 8));
        Assert.All(sizes.Values, changed => Assert.All(changed, count => Assert.InRange(count, 10, 20)));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task People_revoked_between_two_rounds_appear_in_one_difference(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind), ("Issuer:PublicationInterval", "00:00:15"));
        var (one, two) = (await ReceiveAsync(town, "permit/1"), await ReceiveAsync(town, "permit/2"));
        var before = await PublishAsync(town);
        await town.Statuses.RevokeAsync("permit/1", Cancellation);
        var between = await ReadAsync(town);
        await town.Statuses.RevokeAsync("permit/2", Cancellation);
        var after = await PublishAsync(town);

        Assert.Empty(Difference(before, between));
        Assert.Superset(one.Concat(two).Select(copy => ReferenceOf(copy).Index).ToHashSet(), Difference(before, after));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_script_suspends_resumes_and_revokes_what_it_had_offered(DatabaseKind kind)
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var copies = await ReceiveAsync(town, "script/1");
        foreach (var (status, expected) in new[] { ("suspended", StatusValues.Suspended), ("valid", StatusValues.Valid), ("revoked", StatusValues.Invalid), ("valid", StatusValues.Invalid) })
        {
            Assert.Equal((HttpStatusCode.NoContent, ""), await ChangeAsync(town, new { subject = "script/1", status }));
            Assert.All(StatusesOf(copies, await PublishAsync(town)), each => Assert.Equal(expected, each));
        }
    }

    [Fact]
    public async Task A_change_that_makes_no_sense_changes_nothing()
    {
        await using var town = await IssuingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        var copies = await ReceiveAsync(town, "script/1");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:modellstadt:issuer:unknown-status"), await ChangeAsync(town, new { subject = "script/1", status = "lost" }));
        Assert.Equal((HttpStatusCode.NotFound, "urn:modellstadt:issuer:unknown-subject"), await ChangeAsync(town, new { subject = "script/2", status = "revoked" }));
        Assert.Equal((HttpStatusCode.NotFound, "urn:modellstadt:issuer:unknown-subject"), await ChangeAsync(town, new { status = "revoked" }));
        using var stranger = await town.Client().PostAsJsonAsync(Statuses, new { subject = "script/1", status = "revoked" }, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.All(StatusesOf(copies, await PublishAsync(town)), status => Assert.Equal(StatusValues.Valid, status));
    }

    private static async Task<(HttpStatusCode Status, string Type)> ChangeAsync(IssuingTown town, object change)
    {
        using var script = town.ManagementClient();
        using var answer = await script.PostAsJsonAsync(Statuses, change, Cancellation);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>(Cancellation))!["type"]!.ToString());
    }

    private static async Task<IReadOnlyList<PresentableCredential>> ReceiveAsync(IssuingTown town, string subject)
    {
        var wallet = town.NewWallet();
        await wallet.ReceiveAsync((await town.OfferAsync(subject: subject)).OfferByReference.OriginalString);
        return wallet.Copies;
    }

    /// <summary>How many entries a change touches on the published list; the copies are among them.</summary>
    private static async Task<int> ChangedByAsync(IssuingTown town, IReadOnlyList<PresentableCredential> copies, Func<Task> change)
    {
        var before = await PublishAsync(town);
        await change();
        var difference = Difference(before, await PublishAsync(town));
        Assert.Superset(copies.Select(copy => ReferenceOf(copy).Index).ToHashSet(), difference);
        return difference.Count;
    }

    private static HashSet<int> Difference(StatusList one, StatusList other) =>
        [.. Enumerable.Range(0, one.Count).Where(position => one[position] != other[position])];

    private static IEnumerable<byte> StatusesOf(IReadOnlyList<PresentableCredential> copies, StatusList list) => copies.Select(copy => list[ReferenceOf(copy).Index]);

    private static StatusReference ReferenceOf(PresentableCredential copy) => StatusReference.Parse(copy.SdJwt.IssuerJwt.Payload.Object("status")!).Expect();

    /// <summary>The first list after a round of publication.</summary>
    private static async Task<StatusList> PublishAsync(IssuingTown town)
    {
        await town.Services.GetRequiredService<PublishedStatusLists>().PublishChangesAsync(Cancellation);
        return await ReadAsync(town);
    }

    private static async Task<StatusList> ReadAsync(IssuingTown town)
    {
        var token = await town.Client().GetStringAsync("/issuers/town/status-lists/1", Cancellation);
        return StatusList.Parse(CompactJws.Parse(token, new JsonLimits(6 * 1024 * 1024, 8, 200)).Expect().Payload.Object("status_list")!).Expect();
    }
}
