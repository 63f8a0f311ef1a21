using System.Diagnostics;

namespace Modellstadt.Kernel.Tracing;

/// <summary>
/// Tells the trace of a flow what happens in it. A step is an ordinary <see cref="Activity"/> of the source <see cref="SourceName"/>, so a data centre's
/// own telemetry can listen as well. Nothing told here may name a person, a claim or a secret.
/// </summary>
public static class Flows
{
    /// <summary>The name by which listeners find the steps.</summary>
    public const string SourceName = "Modellstadt.Flows";

    internal const string FlowTag = "modellstadt.flow";
    internal const string RequestTag = "modellstadt.request";
    internal const string MethodTag = "http.request.method";
    internal const string RouteTag = "http.route";
    internal const string StatusTag = "http.response.status_code";
    internal const string CodeTag = "error.type";
    internal const string ClauseTag = "modellstadt.clause";
    internal const string DetailTag = "modellstadt.detail";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the step that answers a request; null while nobody listens.</summary>
    /// <param name="requestId">The id that stands on the screen and in the log when the request fails.</param>
    public static Activity? BeginStep(string requestId) => Source.StartActivity("step")?.SetTag(RequestTag, requestId);

    /// <summary>Says how the request was answered.</summary>
    public static void Answered(this Activity step, string method, string route, int status) =>
        step.SetTag(MethodTag, method).SetTag(RouteTag, route).SetTag(StatusTag, status);

    /// <summary>Says to which offer or presentation the current step belongs.</summary>
    /// <param name="id">Its internal id: no wallet sees it.</param>
    public static void BelongsTo(Guid id) => Activity.Current?.SetTag(FlowTag, id.ToString("D"));

    /// <summary>Writes down a check that passed or a decision that was made.</summary>
    /// <param name="clause">Specification and section.</param>
    /// <param name="sentence">What was found.</param>
    public static void Note(string clause, string sentence)
    {
        if (Activity.Current is { Source.Name: SourceName } step)
            step.AddEvent(new ActivityEvent(sentence, tags: new ActivityTagsCollection { [ClauseTag] = clause }));
    }

    /// <summary>Writes down the rule that was broken.</summary>
    /// <param name="code">The specification's error code.</param>
    /// <param name="clause">Specification and section.</param>
    /// <param name="detail">One sentence for developers.</param>
    public static void Refused(string code, string clause, string detail) =>
        Activity.Current?.SetTag(CodeTag, code).SetTag(ClauseTag, clause).SetTag(DetailTag, detail);
}
