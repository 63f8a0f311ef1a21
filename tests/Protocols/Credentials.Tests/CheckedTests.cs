namespace Modellstadt.Protocols.Credentials.Tests;

public sealed class CheckedTests
{
    private static readonly ProtocolError Broken = new("code", "clause", "detail");

    [Fact]
    public void A_value_goes_on_and_a_refusal_stays()
    {
        Checked<int> value = 20;
        Checked<int> refusal = Broken;
        Assert.Equal(42, value.Then<int>(number => number + 22).Expect());
        Assert.Equal(Broken, refusal.Then<int>(number => number + 22).Error);
        Assert.False(refusal.TryGetValue(out _, out var error));
        Assert.Equal(Broken, error);
    }

    [Fact]
    public void A_refusal_cannot_be_taken_for_a_value()
    {
        Checked<int> refusal = Broken;
        Assert.Contains("clause", Assert.Throws<InvalidOperationException>(() => refusal.Expect()).Message, StringComparison.Ordinal);
    }
}
