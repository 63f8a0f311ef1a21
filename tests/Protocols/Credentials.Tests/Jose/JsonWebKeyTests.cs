using System.Security.Cryptography;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Protocols.Credentials.Tests.Jose;

public sealed class JsonWebKeyTests
{
    [Fact]
    public void Thumbprints_are_those_of_RFC_7638_and_the_OpenID_examples()
    {
        var ecKeys = Vectors.Read("jose/rfc7638.json")["thumbprints"]!.AsArray().Where(entry => entry!["jwk"]!["crv"]?.GetValue<string>() == "P-256").ToList();
        Assert.Equal(3, ecKeys.Count);
        Assert.All(ecKeys, entry => Assert.Equal(entry!["sha256_base64url"]!.GetValue<string>(), Vectors.PublicKey(entry["jwk"]!).Thumbprint));
    }

    [Fact]
    public void A_key_comes_back_from_its_JSON()
    {
        var key = Keys.Issuer.PublicKey with { KeyId = "1", Use = "sig", Algorithm = "ES256" };
        Assert.Equal(key, JsonWebKey.Parse(key.ToJson()).Expect());
    }

    [Fact]
    public void A_private_member_is_refused()
    {
        var json = Keys.Issuer.PublicKey.ToJson();
        json["d"] = json["x"]!.DeepClone();
        Refusal.Is(ErrorCodes.Key, JsonWebKey.Parse(json));
    }

    [Fact]
    public void A_point_off_the_curve_is_refused()
    {
        var json = Keys.Issuer.PublicKey.ToJson();
        json["y"] = json["x"]!.DeepClone();
        Refusal.Is(ErrorCodes.Key, JsonWebKey.Parse(json));
    }

    [Fact]
    public void Coordinates_of_the_wrong_length_are_refused()
    {
        var json = Keys.Issuer.PublicKey.ToJson();
        json["x"] = Base64Url.Encode([0, .. Base64Url.Decode(Keys.Issuer.PublicKey.X).Expect()]);
        Refusal.Is(ErrorCodes.Key, JsonWebKey.Parse(json));
    }

    [Theory]
    [InlineData("RSA", "P-256")]
    [InlineData("EC", "P-384")]
    [InlineData("oct", "P-256")]
    public void Other_types_and_curves_are_refused(string type, string curve)
    {
        var json = Keys.Issuer.PublicKey.ToJson();
        (json["kty"], json["crv"]) = (type, curve);
        Refusal.Is(ErrorCodes.Key, JsonWebKey.Parse(json));
    }

    [Fact]
    public void A_framework_key_on_another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<CryptographicException>(() => new SoftwareSigningKey(key));
    }

    [Fact]
    public void The_same_randomness_gives_the_same_key_and_other_randomness_another()
    {
        Assert.Equal(Keys.New(7).PublicKey, Keys.New(7).PublicKey);
        Assert.NotEqual(Keys.New(7).PublicKey, Keys.New(8).PublicKey);
    }

    [Fact]
    public void A_stored_key_is_the_same_key()
        => Assert.Equal(Keys.Issuer.PublicKey, SoftwareSigningKey.FromPkcs8(Keys.Issuer.ToPkcs8()).PublicKey);

    [Fact]
    public void The_identity_of_a_key_does_not_depend_on_its_labels()
    {
        var key = Keys.Issuer.PublicKey;
        Assert.True(key.IsSameKeyAs(key with { KeyId = "other" }));
        Assert.False(key.IsSameKeyAs(Keys.Holder.PublicKey));
        Assert.DoesNotContain("d", key.ToJson().Select(member => member.Key));
    }
}
