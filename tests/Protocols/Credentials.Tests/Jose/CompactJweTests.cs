using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Jose;

public sealed class CompactJweTests
{
    private static readonly DecryptionKey Recipient = DecryptionKey.Create(Keys.Random(11));
    private static readonly byte[] Plaintext = Encoding.UTF8.GetBytes("""{"vp_token":{}}""");

    [Fact]
    public void The_key_of_RFC_7518_appendix_C_is_derived()
    {
        var example = Vectors.Read("jose/rfc7518-appendix-c.json");
        var header = example["header"]!;
        var key = ConcatKdf.Derive(
            Convert.FromHexString(example["Z_hex"]!.GetValue<string>()),
            header["enc"]!.GetValue<string>(),
            Base64Url.Decode(header["apu"]!.GetValue<string>()).Expect(),
            Base64Url.Decode(header["apv"]!.GetValue<string>()).Expect(),
            16);
        Assert.Equal(example["derived_key_base64url"]!.GetValue<string>(), Base64Url.Encode(key));
    }

    [Fact]
    public void A_JWE_with_the_keys_of_RFC_7518_appendix_C_decrypts()
    {
        var example = Vectors.Read("jose/rfc7518-appendix-c.json");
        var header = Base64Url.Encode(StrictJson.Write(example["header"]));
        var nonce = new byte[12];
        var (ciphertext, tag) = (new byte[Plaintext.Length], new byte[16]);
        using var aes = new AesGcm(Base64Url.Decode(example["derived_key_base64url"]!.GetValue<string>()).Expect(), 16);
        aes.Encrypt(nonce, Plaintext, ciphertext, tag, Encoding.ASCII.GetBytes(header));
        using var bob = new DecryptionKey(ECDiffieHellman.Create(Vectors.PrivateParameters(example["bob_static_key"]!)));

        var text = $"{header}..{Base64Url.Encode(nonce)}.{Base64Url.Encode(ciphertext)}.{Base64Url.Encode(tag)}";
        Assert.Equal(Plaintext, CompactJwe.Decrypt(text, bob).Expect().Plaintext);
    }

    [Theory]
    [InlineData("5.1")]
    [InlineData("5.4")]
    [InlineData("5.5")]
    [InlineData("5.6")]
    [InlineData("5.9")]
    public void Other_algorithms_of_RFC_7520_are_refused(string id)
        => Refusal.Is(ErrorCodes.Algorithm, CompactJwe.Decrypt(Vectors.Case("jose/rfc7520.json", id, "jwe")["compact"]!.GetValue<string>(), Recipient));

    [Theory]
    [InlineData(JoseAlgorithms.A128Gcm, null, null)]
    [InlineData(JoseAlgorithms.A256Gcm, null, null)]
    [InlineData(JoseAlgorithms.A128Gcm, "QWxpY2U", "Qm9i")]
    [InlineData(JoseAlgorithms.A256Gcm, null, "Qm9i")]
    public void What_was_encrypted_decrypts(string encryption, string? partyU, string? partyV)
    {
        var text = Encrypt(new JweRecipient(Recipient.PublicKey with { KeyId = "k1" }, encryption) { PartyU = partyU, PartyV = partyV });
        var jwe = CompactJwe.Decrypt(text, Recipient).Expect();
        Assert.Equal(Plaintext, jwe.Plaintext);
        Assert.Equal(["ECDH-ES", encryption, "k1"], [jwe.Header.Text("alg"), jwe.Header.Text("enc"), jwe.Header.Text("kid")]);
        Assert.Equal(partyU, jwe.Header.Text("apu"));
        Assert.Equal("k1", CompactJwe.ReadHeader(text).Expect().Text("kid"));
    }

    [Fact]
    public void A_stored_key_decrypts()
    {
        using var stored = DecryptionKey.FromPkcs8(Recipient.ToPkcs8());
        Assert.Equal(Plaintext, CompactJwe.Decrypt(Encrypt(), stored).Expect().Plaintext);
    }

    [Fact]
    public void Another_key_does_not_decrypt()
    {
        using var other = DecryptionKey.Create(Keys.Random(12));
        Refusal.Is(ErrorCodes.Decryption, CompactJwe.Decrypt(Encrypt(), other));
    }

    [Fact]
    public void Every_changed_character_is_noticed()
    {
        var text = Encrypt();
        Gen.Int[0, text.Length - 1].Sample(position => CompactJwe.Decrypt(CompactJwsTests.Altered(text, position), Recipient).Error is not null);
    }

    [Theory]
    [InlineData("zip", "\"DEF\"", ErrorCodes.Header)]
    [InlineData("crit", "[\"x\"]", ErrorCodes.Header)]
    [InlineData("alg", "\"ECDH-ES+A128KW\"", ErrorCodes.Algorithm)]
    [InlineData("alg", "\"dir\"", ErrorCodes.Algorithm)]
    [InlineData("alg", "\"RSA1_5\"", ErrorCodes.Algorithm)]
    [InlineData("enc", "\"A128CBC-HS256\"", ErrorCodes.Algorithm)]
    [InlineData("epk", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}", ErrorCodes.Key)]
    [InlineData("epk", "null", ErrorCodes.Header)]
    [InlineData("apu", "7", ErrorCodes.Header)]
    [InlineData("apv", "\"==\"", ErrorCodes.Header)]
    public void A_header_outside_the_profile_is_refused(string name, string value, string code)
    {
        var parts = Encrypt().Split('.');
        var header = StrictJson.ParseObject(Base64Url.Decode(parts[0]).Expect()).Expect();
        header[name] = JsonNode.Parse(value);
        parts[0] = Base64Url.Encode(StrictJson.Write(header));
        Refusal.Is(code, CompactJwe.Decrypt(string.Join('.', parts), Recipient));
    }

    [Fact]
    public void An_ephemeral_point_off_the_curve_is_refused()
    {
        var parts = Encrypt().Split('.');
        var header = StrictJson.ParseObject(Base64Url.Decode(parts[0]).Expect()).Expect();
        header["epk"]!["y"] = header["epk"]!["x"]!.DeepClone();
        parts[0] = Base64Url.Encode(StrictJson.Write(header));
        Refusal.Is(ErrorCodes.Key, CompactJwe.Decrypt(string.Join('.', parts), Recipient));
    }

    [Theory]
    [InlineData("e30....")]
    [InlineData("a.b.c")]
    [InlineData("")]
    [InlineData("a.b.c.d.e.f")]
    public void What_is_no_compact_JWE_is_refused(string text) => Assert.NotNull(CompactJwe.Decrypt(text, Recipient).Error);

    [Fact]
    public void A_wrapped_key_is_refused_in_direct_mode()
    {
        var parts = Encrypt().Split('.');
        parts[1] = "AAAA";
        Refusal.Is(ErrorCodes.Malformed, CompactJwe.Decrypt(string.Join('.', parts), Recipient));
    }

    [Fact]
    public void A_long_text_is_refused_before_it_is_read() => Refusal.Is(ErrorCodes.TooLarge, CompactJwe.Decrypt(new string('A', 101), Recipient, maxLength: 100));

    private static string Encrypt(JweRecipient? recipient = null)
        => CompactJwe.Encrypt(Plaintext, recipient ?? new JweRecipient(Recipient.PublicKey, JoseAlgorithms.A128Gcm), Keys.Random(13));
}
