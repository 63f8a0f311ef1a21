namespace Modellstadt.Region.Exchange.Imports;

/// <summary>Where a document comes from.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Fetched">True when we fetched it there ourselves.</param>
internal sealed record DocumentSource(string Address, bool Fetched);
