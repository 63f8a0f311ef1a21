using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Kernel.Tests.Outcomes;

public sealed class OutcomeTests
{
    [Fact]
    public void A_success_carries_its_value()
    {
        Outcome<string> outcome = "Faust";
        Assert.Null(outcome.Refusal);
        Assert.Equal("Faust", outcome.Value);
        Assert.True(outcome.Succeeded(out var value, out var refusal));
        Assert.Equal(("Faust", null), (value, refusal));
        Assert.Equal(5, outcome.Match(title => title.Length, _ => -1));
    }

    [Fact]
    public void A_refusal_carries_its_reason_and_no_value()
    {
        Outcome<string> outcome = new Closed();
        Assert.False(outcome.Succeeded(out _, out var refusal));
        Assert.Equal(new Closed(), refusal);
        Assert.Equal(-1, outcome.Match(title => title.Length, _ => -1));
        var bug = Assert.Throws<InvalidOperationException>(() => outcome.Value);
        Assert.Contains("urn:modellstadt:shelf:closed", bug.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_of_a_number_is_no_number()
    {
        Outcome<int> outcome = new Closed();
        Assert.False(outcome.Succeeded(out _, out _));
        Assert.Throws<InvalidOperationException>(() => outcome.Value);
    }
}
