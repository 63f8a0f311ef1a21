namespace Modellstadt.Kernel.Pages;

/// <summary>The answer to a page that polls.</summary>
/// <param name="State"><c>waiting</c> or <c>done</c>.</param>
/// <param name="Continue">Where the browser goes next; null while it waits.</param>
public sealed record Progress(string State, string? Continue)
{
    /// <summary>Nothing new: ask again.</summary>
    public static Progress Waiting { get; } = new("waiting", null);

    /// <summary>There is something new at this address of the portal.</summary>
    public static Progress Done(string onwards) => new("done", onwards);
}
