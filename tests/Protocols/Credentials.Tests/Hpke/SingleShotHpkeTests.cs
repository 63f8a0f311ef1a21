using System.Security.Cryptography;
using CsCheck;
using Modellstadt.Protocols.Credentials.Hpke;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Hpke;

/// <summary>RFC 9180 Appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0.</summary>
public sealed class SingleShotHpkeTests
{
    private static readonly byte[] Agreed = Hex("4f6465206f6e2061204772656369616e2055726e");
    private static readonly byte[] Plaintext = Hex("4265617574792069732074727574682c20747275746820626561757479");
    private static readonly byte[] Aad = Hex("436f756e742d30");
    private static readonly DecryptionKey Recipient = Key("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2");

    [Fact]
    public void The_example_of_the_RFC_is_sealed_to_its_bytes_and_opened()
    {
        var message = SingleShotHpke.Seal(
            Plaintext, Recipient.PublicKey, Agreed, bytes => Hex("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb").CopyTo(bytes), Aad);
        Assert.Equal(
            "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
            Convert.ToHexStringLower(message.Encapsulated.Span));
        Assert.Equal(
            "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434", Convert.ToHexStringLower(message.Ciphertext.Span));
        Assert.Equal(Plaintext, SingleShotHpke.Open(message, Recipient, Agreed, Aad).Expect());
    }

    [Fact]
    public void Another_key_context_or_further_text_opens_nothing()
    {
        var message = SingleShotHpke.Seal(Plaintext, Recipient.PublicKey, Agreed, Keys.Random(71), Aad);
        Assert.Null(SingleShotHpke.Open(message, Recipient, Agreed, Aad).Error);
        Refusal.Is(ErrorCodes.Decryption, SingleShotHpke.Open(message, DecryptionKey.Create(Keys.Random(72)), Agreed, Aad));
        Refusal.Is(ErrorCodes.Decryption, SingleShotHpke.Open(message, Recipient, Aad, Aad));
        Refusal.Is(ErrorCodes.Decryption, SingleShotHpke.Open(message, Recipient, Agreed));
        Refusal.Is(ErrorCodes.Decryption, SingleShotHpke.Open(message with { Ciphertext = new byte[15] }, Recipient, Agreed, Aad));
    }

    [Fact]
    public void A_key_that_is_no_point_is_refused()
    {
        var message = SingleShotHpke.Seal(Plaintext, Recipient.PublicKey, Agreed, Keys.Random(73));
        Refusal.Is(ErrorCodes.Key, SingleShotHpke.Open(message with { Encapsulated = message.Encapsulated[..64] }, Recipient, Agreed));
        Refusal.Is(ErrorCodes.Key, SingleShotHpke.Open(message with { Encapsulated = (byte[])[4, .. new byte[64]] }, Recipient, Agreed));
        Refusal.Is(ErrorCodes.Key, SingleShotHpke.Open(message with { Encapsulated = (byte[])[2, .. message.Encapsulated.Span[1..]] }, Recipient, Agreed));
    }

    [Fact]
    public void Changed_messages_never_throw_and_never_open()
        => Gen.Select(Gen.Byte.Array[0, 70], Gen.Byte.Array[0, 40]).Sample(
            (encapsulated, ciphertext) => SingleShotHpke.Open(new HpkeMessage(encapsulated, ciphertext), Recipient, Agreed).Error is not null, iter: 500);

    private static DecryptionKey Key(string scalar)
        => new(ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Hex(scalar) }));

    private static byte[] Hex(string digits) => Convert.FromHexString(digits);
}
