using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Testing;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>What a wallet keeps of what an issuer sends (OpenID4VCI 1.0 §8.3, §13.8).</summary>
public sealed class ReceivedCopiesTests
{
    private const string Issuer = "https://issuer.example/town";
    private const string Type = "urn:example:permit:1";

    private static readonly SoftwareSigningKey IssuerKey = Keys.New(1);
    private static readonly SoftwareSigningKey[] Holder = [Keys.New(2), Keys.New(3), Keys.New(4)];
    private static readonly ReceivedCopyRules Rules = new(Issuer, Type, _ => VerificationKey.Import(IssuerKey.PublicKey), Keys.Now);

    [Fact]
    [Oidf("VCIWalletTestBatchCredentialIssuance")]
    public void Copies_are_matched_with_their_keys_in_any_order()
    {
        var copies = Check(Issue(Holder[2]), Issue(Holder[0]), Issue(Holder[1])).Expect();

        Assert.Equal(new[] { Holder[2], Holder[0], Holder[1] }.Select(key => key.PublicKey.Thumbprint), copies.Select(copy => copy.Key.Thumbprint));
        Assert.All(copies, copy => Assert.Equal("GE-AB 123", copy.Credential.Claims.Text("plate")));
    }

    [Fact]
    public void Fewer_copies_than_keys_are_kept() => Assert.Single(Check(Issue(Holder[1])).Expect());

    [Fact]
    public void A_copy_bound_to_a_foreign_key_spoils_the_batch() => Refusal.Is(ErrorCodes.Key, Check(Issue(Holder[0]), Issue(Keys.New(9))));

    [Fact]
    public void Two_copies_of_one_key_spoil_the_batch() => Refusal.Is(ErrorCodes.Key, Check(Issue(Holder[0]), Issue(Holder[0])));

    [Fact]
    public void A_copy_bound_to_no_key_is_refused() => Refusal.Is(ErrorCodes.Key, Check(Issue(null)));

    [Fact]
    public void Copies_that_do_not_say_the_same_are_refused()
        => Refusal.Is(ErrorCodes.Claim, Check(Issue(Holder[0]), Issue(Holder[1], claims => claims["plate"] = "GE-XY 9")));

    [Fact]
    public void Copies_may_differ_in_time_and_status()
        => Assert.Equal(2, Check(Issue(Holder[0]), Issue(Holder[1], claims =>
        {
            claims["iat"] = Keys.Now.AddDays(-1).ToUnixTimeSeconds();
            claims["exp"] = Keys.Now.AddDays(9).ToUnixTimeSeconds();
            claims["status"] = JsonNode.Parse("""{"status_list":{"idx":7,"uri":"https://issuer.example/list"}}""");
        })).Expect().Count);

    [Theory]
    [InlineData("iss", "\"https://another.example\"", ErrorCodes.UntrustedIssuer)]
    [InlineData("vct", "\"urn:example:card:1\"", ErrorCodes.CredentialType)]
    [InlineData("exp", "1000", ErrorCodes.Expired)]
    [InlineData("nbf", "9999999999", ErrorCodes.NotYetValid)]
    [InlineData("status", "\"good\"", ErrorCodes.Claim)]
    public void A_copy_against_the_rules_is_refused(string claim, string value, string code)
        => Refusal.Is(code, Check(Issue(Holder[0], claims => claims[claim] = JsonNode.Parse(value))));

    [Fact]
    public void A_copy_signed_by_another_is_refused()
        => Refusal.Is(ErrorCodes.Signature, ReceivedCopies.Check([Issue(Holder[0])], Proved, Rules with { IssuerKey = _ => VerificationKey.Import(Keys.New(8).PublicKey) }));

    [Fact]
    public void A_copy_whose_issuer_is_not_trusted_is_refused()
        => Refusal.Is(ErrorCodes.UntrustedIssuer, ReceivedCopies.Check([Issue(Holder[0])], Proved, Rules with { IssuerKey = _ => new ProtocolError(ErrorCodes.UntrustedIssuer, "test", "Not trusted.") }));

    private static JsonWebKey[] Proved => [.. Holder.Select(key => key.PublicKey)];

    private static Checked<IReadOnlyList<ReceivedCopy>> Check(params IReadOnlyList<string> texts) => ReceivedCopies.Check(texts, Proved, Rules);

    private static string Issue(SigningKey? holder, Action<JsonObject>? change = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = Issuer, ["vct"] = Type, ["iat"] = Keys.Now.ToUnixTimeSeconds(), ["exp"] = Keys.Now.AddDays(10).ToUnixTimeSeconds(), ["plate"] = "GE-AB 123",
        };
        change?.Invoke(claims);
        return SdJwtIssuer.Issue(new SdJwtContents(claims) { HolderKey = holder?.PublicKey }, IssuerKey, Keys.Random(7));
    }
}
