using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>90 cases with the inputs of a verifier and what RFC 9901 §7 says about each (attacks 11 and 12).</summary>
public sealed class VerificationCaseTests
{
    private const string File = "sd-jwt/verification-cases.json";

    // What an independent verifier called the reason, and how this library calls it.
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["signature"] = ErrorCodes.Signature,
        ["alg-not-allowed"] = ErrorCodes.Algorithm,
        ["crit"] = ErrorCodes.Header,
        ["no-tilde"] = ErrorCodes.Malformed,
        ["empty-disclosure"] = ErrorCodes.Disclosure,
        ["unreferenced-disclosure"] = ErrorCodes.UnreferencedDisclosure,
        ["disclosure-parse"] = ErrorCodes.Disclosure,
        ["disclosure-shape"] = ErrorCodes.Disclosure,
        ["duplicate-disclosure"] = ErrorCodes.Disclosure,
        ["array-disclosure-in-object"] = ErrorCodes.Disclosure,
        ["object-disclosure-in-array"] = ErrorCodes.Disclosure,
        ["claim-name-not-string"] = ErrorCodes.Disclosure,
        ["salt-not-string"] = ErrorCodes.Disclosure,
        ["kb-missing"] = ErrorCodes.KeyBindingMissing,
        ["cnf-missing"] = ErrorCodes.KeyBindingMissing,
        ["kb-sd-hash"] = ErrorCodes.KeyBindingHash,
        ["kb-aud"] = ErrorCodes.KeyBindingAudience,
        ["kb-nonce"] = ErrorCodes.KeyBindingNonce,
        ["kb-iat"] = ErrorCodes.KeyBindingTime,
        ["kb-iat-window"] = ErrorCodes.KeyBindingTime,
        ["kb-signature"] = ErrorCodes.Signature,
        ["kb-typ"] = ErrorCodes.Type,
        ["kb-alg-not-allowed"] = ErrorCodes.Algorithm,
        ["kb-jws-parse"] = ErrorCodes.Malformed,
        ["duplicate-digest"] = ErrorCodes.DuplicateDigest,
        ["reserved-claim-name"] = ErrorCodes.ClaimName,
        ["claim-name-exists"] = ErrorCodes.ClaimName,
        ["ellipsis-key-in-object"] = ErrorCodes.ClaimName,
        ["nested-sd-alg"] = ErrorCodes.ClaimName,
        ["sd-not-array-of-strings"] = ErrorCodes.Malformed,
        ["malformed-array-placeholder"] = ErrorCodes.Malformed,
        ["sd-alg-unknown"] = ErrorCodes.HashAlgorithm,
        ["expired"] = ErrorCodes.Expired,
        ["not-yet-valid"] = ErrorCodes.NotYetValid,
        ["typ"] = ErrorCodes.Type,
        ["vc-no-vct"] = ErrorCodes.CredentialType,
        ["vc-sd-iss"] = ErrorCodes.ProtectedClaim,
        ["vc-sd-exp"] = ErrorCodes.ProtectedClaim,
        ["vc-sd-nbf"] = ErrorCodes.ProtectedClaim,
        ["vc-sd-status"] = ErrorCodes.ProtectedClaim,
        ["vc-sd-cnf"] = ErrorCodes.ProtectedClaim,
    };

    public static TheoryData<string> Ids => Vectors.CasesOf(File);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_case_ends_as_the_specification_says(string id)
    {
        var given = Vectors.Case(File, id);
        var outcome = Verify(given, requireExpiry: false);
        switch (given.Text("expect"))
        {
            case "accept":
                Assert.True(JsonNode.DeepEquals(given["expected_payload"], outcome.Expect()));
                break;
            case "reject-if-exp-required":
                Assert.Null(outcome.Error);
                Refusal.Is(ErrorCodes.Claim, Verify(given, requireExpiry: true));
                break;
            default:
                // "unspecified" is refused, too: the strict reading.
                Assert.Equal(ExpectedCode(given, id), outcome.Error?.Code);
                break;
        }
    }

    // Where several rules are broken at once the order of the checks decides, and ours differs from the other verifier's.
    private static string ExpectedCode(JsonObject given, string id) => id switch
    {
        "vc-selectively-disclosed-vct" => ErrorCodes.ProtectedClaim,
        _ => Codes[given.Text("checked")!["rejected: ".Length..]],
    };

    private static Checked<JsonObject> Verify(JsonObject given, bool requireExpiry)
    {
        var issuer = Vectors.Verifier(Vectors.Read("sd-jwt/keys.json")["issuer"]!);
        var now = given.Instant("verification_time")!.Value;
        var keyBinding = given["require_key_binding"]!.GetValue<bool>()
            ? new KeyBindingRules(given.Text("expected_aud")!, given.Text("expected_nonce")!) { MaxAhead = TimeSpan.FromMinutes(5) }
            : null;
        var text = given.Text("sd_jwt")!;
        if (given.ContainsKey("accepted_typ"))
        {
            var rules = new SdJwtVcRules(now, CredentialTypes: null) { KeyBinding = keyBinding, RequireExpiry = requireExpiry };
            return SdJwtVc.Verify(text, _ => issuer, rules).Then<JsonObject>(credential => credential.Claims);
        }

        var general = new SdJwtRules(now) { KeyBinding = keyBinding, RequireExpiry = requireExpiry };
        return SdJwtVerifier.Verify(text, _ => issuer, general).Then<JsonObject>(verified => verified.Claims);
    }
}
