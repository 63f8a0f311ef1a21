using CsCheck;
using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.Trust;

namespace Modellstadt.Protocols.Credentials.Tests.Cose;

/// <summary>Attack 15 (and 13): signatures that choose their own rules, in COSE.</summary>
public sealed class CoseTests
{
    private static readonly byte[] Payload = "payload"u8.ToArray();
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void A_signed_message_holds_attached_and_detached_and_with_further_bytes()
    {
        Assert.Equal(Payload, Signed(CoseSign1.Sign(Payload, Keys.Issuer)).Verify(Keys.Issuer.Verifier()).Expect().Bytes.ToArray());
        var detached = Signed(CoseSign1.Sign(Payload, Keys.Issuer, detached: true, externalAad: Secret));
        Assert.Null(detached.Payload);
        Assert.Null(detached.Verify(Keys.Issuer.Verifier(), Payload, Secret).Error);
        Refusal.Is(ErrorCodes.Signature, detached.Verify(Keys.Issuer.Verifier(), Payload));
        Refusal.Is(ErrorCodes.Signature, detached.Verify(Keys.Issuer.Verifier(), "other"u8.ToArray(), Secret));
        Refusal.Is(ErrorCodes.Signature, detached.Verify(Keys.Stranger.Verifier(), Payload, Secret));
    }

    [Fact]
    public void A_payload_stands_in_one_place_only()
    {
        Refusal.Is(ErrorCodes.Malformed, Signed(CoseSign1.Sign(Payload, Keys.Issuer)).Verify(Keys.Issuer.Verifier(), Payload));
        Refusal.Is(ErrorCodes.Malformed, Signed(CoseSign1.Sign(Payload, Keys.Issuer, detached: true)).Verify(Keys.Issuer.Verifier()));
    }

    [Theory]
    [InlineData("a10126", null)] // ES256
    [InlineData("a10128", null)] // ESP256
    [InlineData("bf0126ff", ErrorCodes.Cbor)] // indefinite
    [InlineData("a201260128", ErrorCodes.Cbor)] // alg twice
    [InlineData("a1013822", ErrorCodes.Algorithm)] // ES384
    [InlineData("a10127", ErrorCodes.Algorithm)] // EdDSA
    [InlineData("a10105", ErrorCodes.Algorithm)] // HMAC
    [InlineData("a1016545533235" + "36", ErrorCodes.Algorithm)] // "ES256" as text
    [InlineData("a0", ErrorCodes.Algorithm)] // nothing
    [InlineData("", ErrorCodes.Algorithm)] // nothing at all
    [InlineData("a2012602811821", ErrorCodes.Header)] // crit
    [InlineData("8101", ErrorCodes.Header)] // not a map
    public void Only_a_protected_algorithm_on_the_list_is_accepted(string header, string? code)
    {
        var bytes = Convert.FromHexString(header);
        var toSign = CborItem.Array(CborItem.Of("Signature1"), CborItem.Of(header == "a0" ? [] : bytes), CborItem.Of([]), CborItem.Of(Payload)).Encoded;
        var message = CborItem.Array(CborItem.Of(bytes), CborItem.Map(), CborItem.Of(Payload), CborItem.Of(Keys.Issuer.Sign(toSign.Span)));
        Assert.Equal(code, CoseSign1.Parse(message).Then(parsed => parsed.Verify(Keys.Issuer.Verifier())).Error?.Code);
    }

    [Fact]
    public void An_algorithm_beside_the_signature_does_not_count()
    {
        var toSign = CborItem.Array(CborItem.Of("Signature1"), CborItem.Of([]), CborItem.Of([]), CborItem.Of(Payload)).Encoded;
        var message = CborItem.Array(
            CborItem.Of([]), CborItem.Map(CborEntry.Of(1, CborItem.Of(-7))), CborItem.Of(Payload), CborItem.Of(Keys.Issuer.Sign(toSign.Span)));
        Refusal.Is(ErrorCodes.Algorithm, Signed(message).Verify(Keys.Issuer.Verifier()));
    }

    [Fact]
    public void A_label_in_both_buckets_is_refused()
    {
        var message = CoseSign1.Sign(Payload, Keys.Issuer, new CoseParameters { Unprotected = [CborEntry.Of(CoseLabels.Algorithm, CborItem.Of(-7))] });
        Refusal.Is(ErrorCodes.Header, CoseSign1.Parse(message));
    }

    [Theory]
    [InlineData(17)]
    [InlineData(98)]
    [InlineData(61)]
    public void Another_tag_is_refused(ulong tag)
    {
        var message = CoseSign1.Sign(Payload, Keys.Issuer);
        Assert.Null(CoseSign1.Parse(CborItem.Tag(18, message)).Error);
        Refusal.Is(ErrorCodes.Malformed, CoseSign1.Parse(CborItem.Tag(tag, message)));
    }

    [Fact]
    public void A_shortened_or_DER_signature_is_refused()
    {
        var parts = CoseSign1.Sign(Payload, Keys.Issuer).Elements!;
        Refusal.Is(ErrorCodes.Signature, Signed(CborItem.Array([.. parts.Take(3), CborItem.Of(parts[3].Bytes!.Value.Span[1..])])).Verify(Keys.Issuer.Verifier()));
        Refusal.Is(ErrorCodes.Signature, Signed(CborItem.Array([.. parts.Take(3), CborItem.Of([0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01])])).Verify(Keys.Issuer.Verifier()));
    }

    [Fact]
    public void A_MAC_holds_for_its_key_and_payload_only()
    {
        var mac = CoseMac0.Parse(CoseMac0.Authenticate(Payload, Secret, detached: true)).Expect();
        Assert.Null(mac.Verify(Secret, Payload).Error);
        Refusal.Is(ErrorCodes.Signature, mac.Verify(Secret, "other"u8.ToArray()));
        Refusal.Is(ErrorCodes.Signature, mac.Verify(Secret.AsSpan(1), Payload));
        Refusal.Is(ErrorCodes.Malformed, mac.Verify(Secret));
    }

    [Fact]
    public void A_signature_is_no_MAC_and_a_MAC_no_signature()
    {
        Refusal.Is(ErrorCodes.Algorithm, CoseMac0.Parse(CoseSign1.Sign(Payload, Keys.Issuer)).Expect().Verify(Secret));
        Refusal.Is(ErrorCodes.Algorithm, Signed(CoseMac0.Authenticate(Payload, Secret)).Verify(Keys.Issuer.Verifier()));
    }

    [Fact]
    public void A_key_comes_back_from_its_COSE_form()
        => Assert.True(CoseKey.Parse(CoseKey.From(Keys.Holder.PublicKey)).Expect().IsSameKeyAs(Keys.Holder.PublicKey));

    [Theory]
    [InlineData(1, 1)] // OKP
    [InlineData(-1, 2)] // P-384
    [InlineData(3, -35)] // for ES384
    [InlineData(-4, 5)] // private
    public void A_key_of_another_kind_is_refused(int label, int value)
    {
        var entries = CoseKey.From(Keys.Holder.PublicKey).Entries!.Where(entry => entry.Key.Integer != label).Append(CborEntry.Of(label, CborItem.Of(value)));
        Refusal.Is(ErrorCodes.Key, CoseKey.Parse(CborItem.Map(entries)));
    }

    [Fact]
    public void A_compressed_point_and_a_point_off_the_curve_are_refused()
    {
        var entries = CoseKey.From(Keys.Holder.PublicKey).Entries!;
        Refusal.Is(ErrorCodes.Key, CoseKey.Parse(CborItem.Map(entries.Where(entry => entry.Key.Integer != -3).Append(CborEntry.Of(-3, CborItem.Of(true))))));
        Refusal.Is(ErrorCodes.Key, CoseKey.Parse(CborItem.Map(entries.Where(entry => entry.Key.Integer != -3).Append(CborEntry.Of(-3, entries.Single(entry => entry.Key.Integer == -2).Value)))));
        Refusal.Is(ErrorCodes.Key, CoseKey.Parse(null));
    }

    [Fact]
    public void Certificates_in_the_header_lead_to_the_anchor_of_the_role()
    {
        var message = Signed(CoseSign1.Sign(Payload, Keys.Issuer, new CoseParameters { Unprotected = [CoseCertificates.ToHeader(Chain.Leaf)] }));
        var trusted = CoseCertificates.Validate(message.Headers, Chain.Rules).Expect();
        Assert.Null(message.Verify(trusted.Key).Error);
        Refusal.Is(ErrorCodes.CertificateRole, CoseCertificates.Validate(message.Headers, Chain.Rules with { Role = CertificateRole.Verifier }));
        Refusal.Is(ErrorCodes.UntrustedChain, CoseCertificates.Validate(message.Headers, Chain.Rules with { Anchors = [] }));
    }

    [Theory]
    [InlineData("80")] // no certificate
    [InlineData("6161")] // text
    [InlineData("814161")] // a certificate of one byte
    [InlineData("8101")] // a number
    public void What_holds_no_certificates_is_refused(string x5chain)
    {
        var header = CborEntry.Of(CoseLabels.Certificates, StrictCbor.Parse(Convert.FromHexString(x5chain)).Expect());
        var message = Signed(CoseSign1.Sign(Payload, Keys.Issuer, new CoseParameters { Unprotected = [header] }));
        Refusal.Is(ErrorCodes.CertificateChain, CoseCertificates.Validate(message.Headers, Chain.Rules));
        Refusal.Is(ErrorCodes.CertificateChain, CoseCertificates.Validate(Signed(CoseSign1.Sign(Payload, Keys.Issuer)).Headers, Chain.Rules));
    }

    [Fact]
    public void A_certificate_with_bytes_behind_it_or_a_giant_one_is_refused()
    {
        CoseHeaders With(byte[] certificate) => Signed(CoseSign1.Sign(
            Payload, Keys.Issuer, new CoseParameters { Unprotected = [CborEntry.Of(CoseLabels.Certificates, CborItem.Of(certificate))] })).Headers;
        Assert.Null(CoseCertificates.Validate(With(Chain.Leaf.RawData), Chain.Rules).Error);
        Refusal.Is(ErrorCodes.CertificateChain, CoseCertificates.Validate(With([.. Chain.Leaf.RawData, 0]), Chain.Rules));
        Refusal.Is(ErrorCodes.CertificateChain, CoseCertificates.Validate(With(new byte[9_000]), Chain.Rules));
    }

    [Fact]
    public void Changed_messages_never_throw_and_never_pass()
    {
        var original = CoseSign1.Sign(Payload, Keys.Issuer, new CoseParameters { Protected = [CborEntry.Of(CoseLabels.Type, CborItem.Of("x"))] }).Encoded.ToArray();
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Byte[1, 255]).Sample((position, mask) =>
        {
            var bytes = original.ToArray();
            bytes[position] ^= mask;
            return StrictCbor.Parse(bytes).Then(CoseSign1.Parse).Then(message => message.Verify(Keys.Issuer.Verifier())).Error is not null;
        }, iter: 1_000);
    }

    private static CoseSign1 Signed(CborItem message) => CoseSign1.Parse(message).Expect();
}
