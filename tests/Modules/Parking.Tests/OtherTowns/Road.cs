namespace Modellstadt.Parking.Tests.OtherTowns;

/// <summary>The network between two towns of one process: by the port of an address to the one or the other; it can be closed.</summary>
internal sealed class Road : HttpMessageHandler
{
    private readonly Dictionary<int, HttpMessageInvoker> ends = [];
    private int requests;

    /// <summary>True while nobody gets through.</summary>
    public bool Closed { get; set; }

    /// <summary>How many requests got through.</summary>
    public int Requests => requests;

    /// <summary>Leads to a town.</summary>
    public void LeadTo(Uri portal, HttpMessageHandler town) => ends[portal.Port] = new HttpMessageInvoker(town);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Closed || !ends.TryGetValue(request.RequestUri!.Port, out var town))
            throw new HttpRequestException("The road is closed.");
        Interlocked.Increment(ref requests);
        return town.SendAsync(request, cancellationToken);
    }
}
