using Modellstadt.Accounts;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>Which other towns' citizen IDs count here. Configuration section <c>CitizenId</c>.</summary>
internal sealed class CitizenIdOptions
{
    /// <summary>The other towns whose citizen IDs count. Default: none.</summary>
    public IReadOnlyList<OtherTown> OtherTowns { get; set; } = [];

    /// <summary>A town as an administrator writes it down; <see cref="AcceptedTowns"/> reads it.</summary>
    internal sealed class OtherTown
    {
        /// <summary>Amtlicher Gemeindeschlüssel, 8 digits.</summary>
        public string? Ags { get; set; }

        /// <summary>The town's name, as citizens and clerks read it.</summary>
        public string? Name { get; set; }

        /// <summary>Address of the town's portal; its status lists are fetched from there. <c>https</c>, in a demo also <c>http</c>.</summary>
        public Uri? PublicUrl { get; set; }

        /// <summary>PEM file with the root certificate of the town as issuer; two while it changes its key.</summary>
        public string? Certificate { get; set; }

        /// <summary>The most that is believed of its citizen IDs: <c>Low</c> or <c>Substantial</c>.</summary>
        public AssuranceLevel? HighestLevel { get; set; }
    }
}
