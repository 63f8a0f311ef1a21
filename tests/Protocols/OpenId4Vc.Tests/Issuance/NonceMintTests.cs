using CsCheck;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>Nonces without storage (OpenID4VCI 1.0 §7, §13.9).</summary>
public sealed class NonceMintTests
{
    private const string Issuer = "https://issuer.example/town";

    private static readonly NonceMint Mint = new(new byte[32], TimeSpan.FromMinutes(5));

    [Fact]
    public void A_nonce_is_recognised_until_its_end()
    {
        var nonce = Mint.Create(Issuer, Keys.Now, Keys.Random(1));

        var minted = Mint.Check(nonce, Issuer, Keys.Now.AddMinutes(5).AddMilliseconds(-1)).Expect();

        Assert.Equal(Keys.Now.AddMinutes(5), minted.ExpiresAt);
        Refusal.Is(IssuanceErrors.InvalidNonce, Mint.Check(nonce, Issuer, Keys.Now.AddMinutes(5)));
    }

    [Fact]
    public void Every_process_with_the_same_key_recognises_a_nonce_and_no_other_does()
    {
        var nonce = Mint.Create(Issuer, Keys.Now, Keys.Random(1));
        byte[] otherKey = [1, .. new byte[31]];

        Assert.Null(new NonceMint(new byte[32], TimeSpan.FromHours(1)).Check(nonce, Issuer, Keys.Now).Error);
        Refusal.Is(IssuanceErrors.InvalidNonce, new NonceMint(otherKey, TimeSpan.FromMinutes(5)).Check(nonce, Issuer, Keys.Now));
        Refusal.Is(IssuanceErrors.InvalidNonce, Mint.Check(nonce, Issuer + "2", Keys.Now));
    }

    [Fact]
    public void A_nonce_with_any_changed_bit_is_foreign()
    {
        var nonce = Base64Url.Decode(Mint.Create(Issuer, Keys.Now, Keys.Random(1))).Expect();

        for (var bit = 0; bit < nonce.Length * 8; bit++)
        {
            var changed = nonce.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Refusal.Is(IssuanceErrors.InvalidNonce, Mint.Check(Base64Url.Encode(changed), Issuer, Keys.Now));
        }
    }

    [Fact]
    public void Whatever_was_not_minted_is_foreign()
        => Gen.String.Sample(text => Assert.Equal(IssuanceErrors.InvalidNonce, Mint.Check(text, Issuer, Keys.Now).Error?.Code));

    [Fact]
    public void What_is_remembered_of_a_nonce_is_its_random_part()
    {
        var random = Keys.Random(1);

        var ids = Enumerable.Range(0, 100).Select(_ => Mint.Check(Mint.Create(Issuer, Keys.Now, random), Issuer, Keys.Now).Expect().Id);

        Assert.Equal(100, ids.Distinct().Count());
    }
}
