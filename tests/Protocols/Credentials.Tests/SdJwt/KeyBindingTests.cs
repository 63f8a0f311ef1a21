using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.SdJwt;

namespace Modellstadt.Protocols.Credentials.Tests.SdJwt;

/// <summary>Attack 11: a presentation without, with a foreign, an old or a rewritten key binding.</summary>
public sealed class KeyBindingTests
{
    private const string Audience = "x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk";
    private static readonly KeyBindingRules Demanded = new(Audience, "nonce-1");
    private static readonly ParsedSdJwt Credential = Issue(Keys.Holder.PublicKey);
    private static readonly string Selection = SdJwtHolder.Select(Credential, [ClaimPath.Of("name")]).Expect();

    [Fact]
    public void The_right_binding_is_accepted_with_an_x509_hash_audience() => Assert.True(Verify(Bind()).Expect().IsKeyBound);

    [Fact]
    public void A_missing_binding_fails_closed() => Refusal.Is(ErrorCodes.KeyBindingMissing, Verify(Selection));

    [Fact]
    public void A_credential_without_holder_key_cannot_be_bound()
    {
        var selection = SdJwtHolder.Select(Issue(holder: null), [ClaimPath.Of("name")]).Expect();
        Refusal.Is(ErrorCodes.KeyBindingMissing, Verify(Bind(selection: selection)));
    }

    [Theory]
    [InlineData("Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk")]
    [InlineData("x509_hash:AAAA")]
    [InlineData("https://verifier.example")]
    public void Another_audience_is_refused(string audience)
        => Refusal.Is(ErrorCodes.KeyBindingAudience, Verify(Bind(audience: audience)));

    [Fact]
    public void Another_nonce_is_refused() => Refusal.Is(ErrorCodes.KeyBindingNonce, Verify(Bind(nonce: "nonce-2")));

    [Fact]
    public void Another_key_is_refused() => Refusal.Is(ErrorCodes.Signature, Verify(Bind(key: Keys.Stranger)));

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-299, true)]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void A_binding_counts_only_within_its_window(int seconds, bool accepted)
        => Assert.Equal(accepted ? null : ErrorCodes.KeyBindingTime, Verify(Bind(at: Keys.Now.AddSeconds(seconds))).Error?.Code);

    [Fact]
    public void A_binding_moved_to_another_selection_is_refused()
    {
        var proof = Bind()[Selection.Length..];
        var other = SdJwtHolder.Select(Credential, [ClaimPath.Of("birthdate")]).Expect();
        Refusal.Is(ErrorCodes.KeyBindingHash, Verify(other + proof));
    }

    [Fact]
    public void A_binding_that_brings_its_own_key_is_refused()
    {
        var payload = CompactJws.Parse(Bind()[Selection.Length..]).Expect().Payload.DeepClone().AsObject();
        var header = new JsonObject { ["typ"] = "kb+jwt", ["jwk"] = Keys.Stranger.PublicKey.ToJson() };
        Refusal.Is(ErrorCodes.Header, Verify(Selection + CompactJws.Sign(header, payload, Keys.Stranger)));
    }

    [Fact]
    public void The_issuer_signed_part_never_passes_as_binding()
        => Refusal.Is(ErrorCodes.Signature, Verify(Selection + CompactJws.Sign(new JsonObject { ["typ"] = "kb+jwt" }, [], Keys.Issuer)));

    [Fact]
    public void A_present_binding_that_is_not_demanded_proves_nothing()
    {
        var verified = SdJwtVerifier.Verify(Bind(key: Keys.Stranger), _ => Keys.Issuer.Verifier(), new SdJwtRules(Keys.Now)).Expect();
        Assert.False(verified.IsKeyBound);
    }

    [Fact]
    public void A_bound_selection_is_not_bound_again()
        => Refusal.Is(ErrorCodes.Malformed, SdJwtHolder.Bind(Bind(), new KeyBinding(Audience, "nonce-1", Keys.Now), Keys.Holder));

    private static ParsedSdJwt Issue(JsonWebKey? holder)
    {
        var contents = new SdJwtContents(new JsonObject { ["name"] = "Erika", ["birthdate"] = "1963-08-12" }) { HolderKey = holder };
        return ParsedSdJwt.Parse(SdJwtIssuer.Issue(contents, Keys.Issuer, Keys.Random(31))).Expect();
    }

    private static string Bind(
        string audience = Audience, string nonce = "nonce-1", DateTimeOffset? at = null, SigningKey? key = null, string? selection = null)
        => SdJwtHolder.Bind(selection ?? Selection, new KeyBinding(audience, nonce, at ?? Keys.Now), key ?? Keys.Holder).Expect();

    private static Checked<VerifiedSdJwt> Verify(string text)
        => SdJwtVerifier.Verify(text, _ => Keys.Issuer.Verifier(), new SdJwtRules(Keys.Now) { KeyBinding = Demanded });
}
