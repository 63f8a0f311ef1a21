using System.Diagnostics;

namespace Modellstadt.Kernel.Tracing;

/// <summary>
/// Remembers the last flows of this process in memory: those to which a step belonged, and every refused request. The oldest go first; a restart
/// forgets all of them. Of several processes each knows its own steps only.
/// </summary>
public sealed class FlowTraces : IDisposable
{
    private const int MostFlows = 2_000;
    private const int MostSteps = 50;

    private readonly ActivityListener listener;
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<FlowStep>> flows = [];
    private readonly Queue<string> order = new();
    private readonly Dictionary<string, string> flowOfRequest = [];

    /// <summary>Begins to listen.</summary>
    public FlowTraces()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Flows.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Remember,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The flow with this id, or the one to which the request with this id belonged; null when it was forgotten.</summary>
    public FlowTrace? Find(string id)
    {
        lock (gate)
        {
            var flow = flowOfRequest.GetValueOrDefault(id, id);
            return flows.TryGetValue(flow, out var steps) ? new FlowTrace(flow, [.. steps]) : null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();

    private void Remember(Activity activity)
    {
        if (activity.GetTagItem(Flows.RequestTag) is not string request || (activity.GetTagItem(Flows.FlowTag) ?? activity.GetTagItem(Flows.CodeTag)) is null)
            return;

        var flow = activity.GetTagItem(Flows.FlowTag) as string ?? request;
        var step = Read(activity, request);
        lock (gate)
        {
            if (!flows.TryGetValue(flow, out var steps))
                steps = Begin(flow);
            if (steps.Count == MostSteps)
                return;
            steps.Add(step);
            flowOfRequest[request] = flow;
        }
    }

    private List<FlowStep> Begin(string flow)
    {
        if (order.Count == MostFlows && flows.Remove(order.Dequeue(), out var forgotten))
        {
            foreach (var step in forgotten)
                flowOfRequest.Remove(step.RequestId);
        }

        order.Enqueue(flow);
        return flows[flow] = [];
    }

    private static FlowStep Read(Activity activity, string request)
    {
        var asked = $"{activity.GetTagItem(Flows.MethodTag)} {activity.GetTagItem(Flows.RouteTag)}";
        return new FlowStep(activity.StartTimeUtc, activity.Duration, request, asked, activity.GetTagItem(Flows.StatusTag) as int? ?? 0)
        {
            Refusal = activity.GetTagItem(Flows.CodeTag) is string code
                ? new FlowRefusal(code, $"{activity.GetTagItem(Flows.ClauseTag)}", $"{activity.GetTagItem(Flows.DetailTag)}")
                : null,
            Notes = [.. activity.Events.Select(note => new FlowNote($"{note.Tags.FirstOrDefault(tag => tag.Key == Flows.ClauseTag).Value}", note.Name))],
        };
    }
}
