using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Protocols.OpenId4Vc.Tests.Holder;

/// <summary>Which copy a wallet shows under the issuer's policy (unlinkability rule U8).</summary>
public sealed class CopyReuseTests
{
    private static readonly DateTimeOffset End = Keys.Now.AddDays(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Under_once_no_copy_is_shown_twice_and_then_none_is_left(int seed)
    {
        var (shown, rest) = Show(Of(ReuseMethod.OnceOnly), seed, [.. Enumerable.Repeat("verifier", 10)]);

        Assert.Equal(10, shown.Distinct().Count());
        Assert.Equal(0, rest.Left);
        Assert.Null(rest.Choose("verifier", Keys.Random(seed)));
    }

    [Fact]
    public void The_order_of_showing_is_not_the_order_of_issuing()
        => Assert.NotEqual(Show(Of(ReuseMethod.OnceOnly), 1, [.. Enumerable.Repeat("v", 10)]).Shown, Show(Of(ReuseMethod.OnceOnly), 2, [.. Enumerable.Repeat("v", 10)]).Shown);

    [Fact]
    public void When_none_is_left_and_none_can_be_had_the_same_one_is_shown_again_and_no_other()
    {
        var (_, empty) = Show(Of(ReuseMethod.OnceOnly), 1, [.. Enumerable.Repeat("verifier", 10)]);

        var first = empty.Repeat("verifier")!;
        var second = first.After.Repeat("another")!;

        Assert.Equal(first.Id, second.Id);
        Assert.Null((empty with { Copies = [] }).Repeat("verifier"));
    }

    [Fact]
    public void For_a_limited_time_one_copy_is_shown_to_everybody()
    {
        var (shown, rest) = Show(Of(ReuseMethod.LimitedTime), 1, "a", "b", "a", "c");

        Assert.Single(shown.Distinct());
        Assert.Null(rest.Left);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_rotation_each_copy_is_shown_once_in_every_round(int seed)
    {
        var (shown, _) = Show(Of(ReuseMethod.RotatingBatch), seed, [.. Enumerable.Repeat("verifier", 40)]);

        Assert.All(shown.Chunk(10), round => Assert.Equal(10, round.Distinct().Count()));
        Assert.NotEqual(shown.Take(10), shown.Skip(10).Take(10));
    }

    [Fact]
    public void Each_verifier_sees_one_copy_that_nobody_else_sees()
    {
        var (shown, rest) = Show(Of(ReuseMethod.PerRelyingParty), 1, "a", "b", "a", "c", "b", "a");

        Assert.Equal((shown[0], shown[1]), (shown[2], shown[4]));
        Assert.Equal(shown[0], shown[5]);
        Assert.Equal(3, shown.Distinct().Count());
        Assert.Equal(7, rest.Left);
    }

    [Fact]
    public void A_verifier_too_many_gets_no_copy_of_another()
    {
        var (_, full) = Show(Of(ReuseMethod.PerRelyingParty), 1, [.. Enumerable.Range(0, 10).Select(number => $"verifier {number}")]);

        Assert.Null(full.Choose("verifier 10", Keys.Random(1)));
        Assert.NotNull(full.Choose("verifier 3", Keys.Random(1)));
    }

    [Theory]
    [InlineData(ReuseMethod.OnceOnly, 7, false)]
    [InlineData(ReuseMethod.OnceOnly, 8, true)]
    [InlineData(ReuseMethod.LimitedTime, 100, false)]
    [InlineData(ReuseMethod.RotatingBatch, 100, false)]
    public void More_is_asked_for_when_few_are_left(ReuseMethod method, int times, bool needsMore)
        => Assert.Equal(needsMore, Show(Of(method), 1, [.. Enumerable.Repeat("verifier", times)]).After.NeedsMore(Keys.Now));

    [Theory]
    [InlineData(ReuseMethod.OnceOnly)]
    [InlineData(ReuseMethod.LimitedTime)]
    [InlineData(ReuseMethod.RotatingBatch)]
    [InlineData(ReuseMethod.PerRelyingParty)]
    public void More_is_asked_for_a_week_before_the_end(ReuseMethod method)
    {
        Assert.False(Of(method).NeedsMore(End.AddDays(-7).AddSeconds(-1)));
        Assert.True(Of(method).NeedsMore(End.AddDays(-7)));
    }

    [Fact]
    public void A_wallet_takes_the_first_method_that_it_knows()
    {
        var policy = new CredentialReusePolicy(
            [new ReuseOption(ReuseMethod.PerRelyingParty), new ReuseOption(ReuseMethod.RotatingBatch), new ReuseOption(ReuseMethod.OnceOnly)]);

        Assert.Equal(ReuseMethod.RotatingBatch, policy.For(new HashSet<ReuseMethod> { ReuseMethod.OnceOnly, ReuseMethod.LimitedTime, ReuseMethod.RotatingBatch })!.Method);
        Assert.Equal(ReuseMethod.OnceOnly, policy.For(new HashSet<ReuseMethod> { ReuseMethod.OnceOnly, ReuseMethod.LimitedTime })!.Method);
        Assert.Null(policy.For(new HashSet<ReuseMethod>()));
    }

    private static CopyReuse Of(ReuseMethod method) => new(
        new ReuseOption(method) { BatchSize = 10, UnusedLeft = 2, LifetimeLeft = TimeSpan.FromDays(7) },
        [.. Enumerable.Range(0, 10).Select(number => new CopyUse($"copy {number}"))], End);

    private static (IReadOnlyList<string> Shown, CopyReuse After) Show(CopyReuse reuse, int seed, params IReadOnlyList<string> verifiers)
    {
        var random = Keys.Random(seed);
        var shown = new List<string>(verifiers.Count);
        foreach (var verifier in verifiers)
        {
            var choice = reuse.Choose(verifier, random)!;
            shown.Add(choice.Id);
            reuse = choice.After;
        }

        return (shown, reuse);
    }
}
