using System.Net;
using System.Text.Json.Nodes;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.OpenId4Vc.Dcql;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;

namespace Modellstadt.Verifier.Tests;

/// <summary>
/// The verifier's modules of the OpenID Foundation's suite that speak of mdocs, in every profile of <see cref="ConformanceTests"/>. The
/// negative ones are attack 15: what was signed for another question, or not by the issuer.
/// </summary>
public sealed class MdocConformanceTests
{
    private const string Type = VerifyingTown.LicenceType;

    private static readonly DcqlQuery Query = new([CredentialQuery.Mdoc("licence", Type, Type, ["family_name"])]);

    public static IEnumerable<TheoryDataRow<string>> ProfileNames => ConformanceTests.ProfileNames;

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierHappyFlow")]
    public async Task An_mdoc_is_taken_in_every_profile(string profile)
    {
        await using var town = await StartAsync();
        var (started, request) = await AskAsync(town, ConformanceTests.Profiles[profile]);

        var reply = await AnswerAsync(town, request, Present(request, town.Wallet.Mdocs[0], town));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(PresentationState.Received, (await town.ProgressAsync(started))!.State);
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierInvalidSessionTranscript")]
    public async Task Attack_15_an_mdoc_that_was_signed_for_another_question_is_refused(string profile)
    {
        await using var town = await StartAsync();
        foreach (var change in (Func<RequestObject, RequestObject>[])[honest => honest with { Nonce = honest.Nonce + "x" }, honest => honest with { ClientId = honest.ClientId + "x" }, honest => honest with { ResponseUri = new Uri(honest.ResponseUri + "x") }])
        {
            var (started, request) = await AskAsync(town, ConformanceTests.Profiles[profile]);

            var reply = await AnswerAsync(town, request, Present(change(request), town.Wallet.Mdocs[0], town));

            Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.DeviceAuthentication), (reply.Status, reply.Error));
            Assert.Equal(PresentationState.Refused, (await town.ProgressAsync(started))!.State);
        }
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierInvalidCredentialSignature")]
    public async Task Attack_15_an_mdoc_whose_issuer_s_signature_was_changed_is_refused(string profile)
    {
        await using var town = await StartAsync();
        var (started, request) = await AskAsync(town, ConformanceTests.Profiles[profile]);
        var token = Present(request, town.Wallet.Mdocs[0], town);
        token["licence"]![0] = WithBrokenIssuerSignature((string)token["licence"]![0]!, town.Wallet.Mdocs[0]);

        var reply = await AnswerAsync(town, request, token);

        Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.Signature), (reply.Status, reply.Error));
        Assert.Equal(PresentationState.Refused, (await town.ProgressAsync(started))!.State);
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierPresentRevokedCredential")]
    public async Task A_revoked_mdoc_is_refused(string profile)
    {
        await using var town = await StartAsync();
        Assert.Null(await RefusalOfAsync(town, ConformanceTests.Profiles[profile], town.Wallet.Mdocs[0]));

        town.Issuer.SetStatus(town.Wallet.Mdocs[0], StatusValues.Invalid);

        Assert.Equal("urn:modellstadt:verifier:credential-revoked", await RefusalOfAsync(town, ConformanceTests.Profiles[profile], town.Wallet.Mdocs[0]));
    }

    [Theory, MemberData(nameof(ProfileNames))]
    [Oidf("VP1FinalVerifierPresentCredentialWithoutStatus")]
    public async Task An_mdoc_without_a_status_counts_unless_the_question_demands_one(string profile)
    {
        await using var town = await StartAsync();
        var bare = town.Issuer.IssueMdoc(Type, new Dictionary<string, string> { ["family_name"] = "Mustermann" }, town.Time.Now.AddDays(30), withStatus: false);

        Assert.Null(await RefusalOfAsync(town, ConformanceTests.Profiles[profile], bare));
        Assert.Equal("urn:modellstadt:verifier:status-unknown", await RefusalOfAsync(town, ConformanceTests.Profiles[profile] with { RequiresStatus = true }, bare));
    }

    private static async Task<VerifyingTown> StartAsync()
    {
        var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(DatabaseKind.Sqlite));
        town.Wallet.AcceptsBaseProfile = true;
        town.Wallet.Mdocs.Add(town.Issuer.IssueMdoc(Type, new Dictionary<string, string> { ["family_name"] = "Mustermann", ["given_name"] = "Erika" }, town.Time.Now.AddDays(30)));
        return town;
    }

    private static async Task<(StartedPresentation Started, RequestObject Request)> AskAsync(VerifyingTown town, AskingPolicy policy)
    {
        var started = await town.AskAsync(crossDevice: true, query: Query, policy: policy);
        return (started, (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request);
    }

    private static JsonObject Present(RequestObject request, PresentableMdoc mdoc, VerifyingTown town) =>
        PresentationResponse.Present(request, new Dictionary<string, Presentable> { ["licence"] = mdoc }, town.Time.Now).Expect();

    private static Task<WalletReply> AnswerAsync(VerifyingTown town, RequestObject request, JsonObject token) => new Attacker(town).AnswerAsync(request, token);

    /// <summary>What the waiting browser is told; null when the answer is taken.</summary>
    private static async Task<string?> RefusalOfAsync(VerifyingTown town, AskingPolicy policy, PresentableMdoc mdoc)
    {
        var (started, request) = await AskAsync(town, policy);
        await AnswerAsync(town, request, Present(request, mdoc, town));
        return (await town.RedeemAsync((await town.ProgressAsync(started))!.Continue!)).Refusal?.Type;
    }

    /// <summary>COSE_Sign1 ends with payload and signature (RFC 9052 §4.2): one byte behind the payload's end and the head of 64 bytes is another.</summary>
    private static string WithBrokenIssuerSignature(string presentation, PresentableMdoc mdoc)
    {
        var bytes = Base64Url.Decode(presentation).Expect();
        var payload = mdoc.Issued.IssuerAuth.Payload!.Value;
        bytes[bytes.AsSpan().IndexOf(payload.Span) + payload.Length + 2] ^= 1;
        return Base64Url.Encode(bytes);
    }
}
