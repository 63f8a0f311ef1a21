namespace Modellstadt.Verifier.Statuses;

/// <summary>A status list token as it was received; not believed yet.</summary>
internal abstract record RetrievedStatusList
{
    private RetrievedStatusList()
    {
    }

    /// <summary>A compact JWS.</summary>
    public sealed record Jwt(string Text) : RetrievedStatusList;

    /// <summary>A CWT.</summary>
    public sealed record Cwt(byte[] Bytes) : RetrievedStatusList;
}
