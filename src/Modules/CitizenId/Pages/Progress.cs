namespace Modellstadt.CitizenId;

/// <summary>The answer to a page that polls.</summary>
/// <param name="State"><c>waiting</c> or <c>done</c>.</param>
/// <param name="Continue">Where the browser goes next; null while it waits.</param>
internal sealed record Progress(string State, string? Continue)
{
    public static Progress Waiting { get; } = new("waiting", null);

    public static Progress Done(string onwards) => new("done", onwards);
}
