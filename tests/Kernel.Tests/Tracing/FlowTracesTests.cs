using Modellstadt.Kernel.Tracing;

namespace Modellstadt.Kernel.Tests.Tracing;

public sealed class FlowTracesTests : IDisposable
{
    // Every flow of this process is told to every listener, those of other tests too.
    private static int drawn;

    private readonly FlowTraces traces = new();

    [Fact]
    public void The_steps_of_a_flow_stand_in_their_order_with_checks_and_broken_rule()
    {
        var offer = NewId();
        Answer($"{offer:N}-1", offer, () => Flows.Note("RFC 7636 §4.6", "The code verifier fits."));
        Answer($"{offer:N}-2", offer, () => Flows.Refused("invalid_proof", "OpenID4VCI 1.0 App. F.4", "iat is missing."));

        var trace = traces.Find(offer.ToString("D"));

        Assert.NotNull(trace);
        Assert.Equal(["RFC 7636 §4.6"], trace.Steps[0].Notes.Select(note => note.Clause));
        Assert.Null(trace.Steps[0].Refusal);
        Assert.Equal("invalid_proof", trace.Steps[1].Refusal?.Code);
        Assert.Equal("POST /token", trace.Steps[1].Request);
    }

    [Fact]
    public void The_number_on_the_screen_leads_to_the_whole_flow()
    {
        var offer = NewId();
        Answer($"{offer:N}-1", offer);
        Answer($"{offer:N}-2", offer);

        Assert.Equal(offer.ToString("D"), traces.Find($"{offer:N}-2")?.Id);
    }

    [Fact]
    public void A_refused_request_without_a_flow_is_one_of_its_own_and_an_ordinary_one_is_not_kept()
    {
        var (refused, ordinary) = ($"{NewId():N}", $"{NewId():N}");
        Answer(refused, null, () => Flows.Refused("invalid_grant", "RFC 6749 §5.2", "The code is unknown."));
        Answer(ordinary, null);

        Assert.Single(traces.Find(refused)!.Steps);
        Assert.Null(traces.Find(ordinary));
    }

    [Fact]
    public void The_oldest_flows_are_forgotten_with_their_requests()
    {
        var first = NewId();
        Answer($"{first:N}-1", first);
        for (var i = 0; i < 2_000; i++)
            Answer($"{NewId():N}", NewId());

        Assert.Null(traces.Find(first.ToString("D")));
        Assert.Null(traces.Find($"{first:N}-1"));
    }

    [Fact]
    public void A_flow_without_end_keeps_its_first_fifty_steps()
    {
        var offer = NewId();
        for (var i = 0; i < 60; i++)
            Answer($"{offer:N}-{i}", offer);

        Assert.Equal(50, traces.Find(offer.ToString("D"))!.Steps.Count);
    }

    public void Dispose() => traces.Dispose();

    private static Guid NewId() => new(Interlocked.Increment(ref drawn), 0x5e7, 0x7e57, [1, 2, 3, 4, 5, 6, 7, 8]);

    private static void Answer(string request, Guid? flow, Action? happens = null)
    {
        using var step = Flows.BeginStep(request);
        if (flow is { } id)
            Flows.BelongsTo(id);
        happens?.Invoke();
        step!.Answered("POST", "/token", 200);
    }
}
