using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Authorization;

/// <summary>PKCE (RFC 7636): what answers a challenge, and what does not.</summary>
public sealed class CodeChallengeTests
{
    [Fact]
    public void The_published_verifier_answers_the_published_challenge()
    {
        var example = Vectors.Read("jose/rfc7636.json");
        var (verifier, challenge) = ((string)example["code_verifier"]!, (string)example["code_challenge"]!);

        Assert.Equal(challenge, CodeChallenge.Of(verifier));
        Assert.True(CodeChallenge.Answers(verifier, challenge));
        Assert.Equal(verifier, CodeChallenge.NewVerifier(bytes => example["random_octets"]!.AsArray().Select(octet => (byte)octet!).ToArray().CopyTo(bytes)));
    }

    [Fact]
    public void Any_other_verifier_is_refused()
    {
        var verifier = CodeChallenge.NewVerifier(Keys.Random(1));

        Assert.False(CodeChallenge.Answers(CodeChallenge.NewVerifier(Keys.Random(2)), CodeChallenge.Of(verifier)));
        Assert.False(CodeChallenge.Answers(null, CodeChallenge.Of(verifier)));
        // The method plain: the challenge is the verifier.
        Assert.False(CodeChallenge.Answers(verifier, verifier));
    }

    [Theory]
    [InlineData(42, 'a', false)]
    [InlineData(43, 'a', true)]
    [InlineData(128, '~', true)]
    [InlineData(129, 'a', false)]
    [InlineData(43, '+', false)]
    [InlineData(43, 'ä', false)]
    public void A_verifier_has_43_to_128_unreserved_characters(int length, char character, bool valid)
        => Assert.Equal(valid, CodeChallenge.IsVerifier(new string(character, length)));
}
