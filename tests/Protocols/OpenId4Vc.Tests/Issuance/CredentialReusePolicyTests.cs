using System.Text.Json.Nodes;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Issuance;

/// <summary>What issuers say about showing a copy again (ETSI TS 119 472-3 §4.2.4.2).</summary>
public sealed class CredentialReusePolicyTests
{
    [Fact]
    public void A_policy_survives_a_round_trip()
    {
        var policy = new CredentialReusePolicy(
        [
            new ReuseOption(ReuseMethod.PerRelyingParty) { BatchSize = 60, UnusedLeft = 5, LifetimeLeft = TimeSpan.FromDays(9) },
            new ReuseOption(ReuseMethod.RotatingBatch) { BatchSize = 5, LifetimeLeft = TimeSpan.FromDays(7) },
            new ReuseOption(ReuseMethod.LimitedTime) { LifetimeLeft = TimeSpan.FromDays(7) },
        ]);

        Assert.Equal(policy.Options, Parse(policy.ToJson())!.Expect().Options);
    }

    [Fact]
    public void Several_methods_in_one_option_share_its_numbers_in_their_order()
    {
        var policy = Parse("""{"id":"arf_annex_ii","options":[{"details":["per-relying-party","a-later-one","once_only"],"batch_size":10,"reissue_trigger_unused":2,"reissue_trigger_lifetime_left":604800}]}""")!.Expect();

        Assert.Equal([ReuseMethod.PerRelyingParty, ReuseMethod.OnceOnly], policy.Options.Select(option => option.Method));
        Assert.All(policy.Options, option => Assert.Equal((10, 2, TimeSpan.FromDays(7)), (option.BatchSize, option.UnusedLeft, option.LifetimeLeft)));
    }

    [Fact]
    public void Another_family_of_policies_says_nothing_here() => Assert.Null(Parse("""{"id":"another","options":7}"""));

    [Theory]
    [InlineData("""{"id":"arf_annex_ii"}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":[]}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["rotating-batch"],"batch_size":5}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only","limited_time"],"batch_size":5}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":5},{"details":["once_only"],"batch_size":6}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":0}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":5,"reissue_trigger_unused":5}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":5,"reissue_trigger_unused":-1}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":5,"reissue_trigger_lifetime_left":0}]}""")]
    [InlineData("""{"id":"arf_annex_ii","options":[{"details":["once_only"],"batch_size":"5"}]}""")]
    public void A_broken_policy_is_refused(string json) => Refusal.Is(ErrorCodes.Malformed, Parse(json)!);

    private static Checked<CredentialReusePolicy>? Parse(string json) => Parse(JsonNode.Parse(json)!.AsObject());

    private static Checked<CredentialReusePolicy>? Parse(JsonObject json) => CredentialReusePolicy.Parse(json);
}
