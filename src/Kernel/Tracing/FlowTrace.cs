namespace Modellstadt.Kernel.Tracing;

/// <summary>What happened in one flow, for developers: an offer and everything a wallet did with it, or a question and its answers.</summary>
/// <param name="Id">The offer's or presentation's id; of a request that belongs to none, the request's own.</param>
/// <param name="Steps">The requests, oldest first.</param>
public sealed record FlowTrace(string Id, IReadOnlyList<FlowStep> Steps);

/// <summary>One request of a flow.</summary>
/// <param name="At">When it came.</param>
/// <param name="Duration">How long the answer took.</param>
/// <param name="RequestId">The id that stands on the screen and in the log.</param>
/// <param name="Request">Method and route pattern.</param>
/// <param name="Status">HTTP status of the answer.</param>
public sealed record FlowStep(DateTimeOffset At, TimeSpan Duration, string RequestId, string Request, int Status)
{
    /// <summary>The rule that was broken; null when none was.</summary>
    public FlowRefusal? Refusal { get; init; }

    /// <summary>Checks that passed and decisions that were made, in their order.</summary>
    public IReadOnlyList<FlowNote> Notes { get; init; } = [];
}

/// <summary>A broken rule.</summary>
/// <param name="Code">The specification's error code.</param>
/// <param name="Clause">Specification and section.</param>
/// <param name="Detail">One sentence for developers.</param>
public sealed record FlowRefusal(string Code, string Clause, string Detail);

/// <summary>A check that passed or a decision that was made.</summary>
/// <param name="Clause">Specification and section.</param>
/// <param name="Sentence">What was found.</param>
public sealed record FlowNote(string Clause, string Sentence);
