using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Region.Funding;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Board;

/// <summary>What is proposed to the board, for a project of the register or for one that is not in it yet.</summary>
internal sealed record ProposalContent
{
    public required string Title { get; init; }

    /// <summary>What is to be done and what comes of it.</summary>
    public required string Text { get; init; }

    /// <summary>A keyword of the register.</summary>
    public required string Topic { get; init; }

    /// <summary>Where it is to take place; null when that says nothing.</summary>
    public string? Place { get; init; }

    /// <summary>The project of the register; null for a draft that is in no register yet.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The programme that is asked, by its <see cref="FundingProgramme.Id"/>.</summary>
    public required string Programme { get; init; }

    /// <summary>Who is to get the grant.</summary>
    public required string Recipient { get; init; }

    /// <summary>What kind of recipient that is: the usual rate depends on it.</summary>
    public required RecipientKind RecipientKind { get; init; }

    /// <summary>All costs, euro cents.</summary>
    public required long CostCents { get; init; }

    /// <summary>The grant that is asked for, euro cents.</summary>
    public required long GrantCents { get; init; }

    /// <summary>What the recipient pays, euro cents.</summary>
    public required long OwnShareCents { get; init; }

    /// <summary>What others are to pay: the costs that neither grant nor own share covers, euro cents.</summary>
    [JsonIgnore]
    public long OthersCents => CostCents - GrantCents - OwnShareCents;

    /// <summary>The rate that the grant asked for comes to, hundredths of a percent, rounded up so that the grant stays within it.</summary>
    [JsonIgnore]
    public FundingRate Rate => new((int)(((Int128)GrantCents * FundingRate.Whole + CostCents - 1) / CostCents));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ProposalContent Read(string json) => JsonSerializer.Deserialize<ProposalContent>(json, StoredJson.Format)!;

    /// <summary>The content as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredJson.Format);
}
