namespace Modellstadt.Region.Storage;

/// <summary>What another town says about its own services.</summary>
internal sealed class TownIndicatorRow
{
    /// <summary>Gemeindeschlüssel of the town.</summary>
    public required string Town { get; init; }

    /// <summary>When it counted; null when it never said anything that could be believed.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>What it signed, a compact JWS.</summary>
    public string? Signed { get; set; }

    /// <summary>The key that signed, a JWK.</summary>
    public string? Key { get; set; }

    /// <summary>Why the last reading brought nothing, <see cref="Indicators.IndicatorFailure"/>; null when it went through.</summary>
    public string? Failure { get; set; }
}
