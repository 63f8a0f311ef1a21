using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Kernel.Towns;

/// <summary>Which town this installation serves and how it is reached. Configuration section <c>Town</c>.</summary>
public sealed class TownOptions
{
    /// <summary>Amtlicher Gemeindeschlüssel, 8 digits. Default: Gelsenkirchen.</summary>
    [Required, RegularExpression("^[0-9]{8}$")]
    public string Ags { get; set; } = "05513000";

    /// <summary>The town's name. Default: Gelsenkirchen.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; set; } = "Gelsenkirchen";

    /// <summary>Address of the town portal, without a slash at the end. Default: http://localhost:5080.</summary>
    [Required]
    public Uri PublicUrl { get; set; } = new("http://localhost:5080");

    /// <summary>Address of the wallet: a host of its own, without a slash at the end. Default: http://wallet.localhost:5081.</summary>
    [Required]
    public Uri WalletUrl { get; set; } = new("http://wallet.localhost:5081");

    /// <summary>True when registers, staff and identity cards are made up; every screen then says DEMO. Default: false.</summary>
    public bool Demo { get; set; }

    /// <summary>Folder with the facts that ship with the product. Default: <c>data</c> below the working folder.</summary>
    [Required]
    public string FactsDirectory { get; set; } = "data";

    /// <summary>Address of the town's own map server (WMS 1.3.0, its layers named in it) as background of maps. Default: none; maps show the town's own areas alone.</summary>
    public Uri? MapWms { get; set; }

    /// <summary>The portal's origin, as browsers write it in the header <c>Origin</c>.</summary>
    public string PortalOrigin => PublicUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>An address of the portal: <c>At("/permit")</c>.</summary>
    public string At(string path) => PublicUrl.AbsoluteUri.TrimEnd('/') + path;

    /// <summary>An address of the wallet.</summary>
    public string WalletAt(string path) => WalletUrl.AbsoluteUri.TrimEnd('/') + path;
}
