using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Registers;

/// <summary>How one register is reached. Configuration section <c>Registers:Residents</c>; the vehicle register has the same settings in <c>Registers:Vehicles</c>.</summary>
public sealed class RegisterDoorOptions
{
    /// <summary>What stands behind the door. Default: the demo in a demo town, nothing in a real one.</summary>
    public RegisterSource? Source { get; set; }

    /// <summary>Of <see cref="RegisterSource.Files"/>: the folder in which the supplier leaves complete exports.</summary>
    public string? Folder { get; set; }

    /// <summary>Largest file, in megabytes. Default: 512.</summary>
    [Range(1, 4096)]
    public int MostMegabytes { get; set; } = 512;

    /// <summary>Most rows of a file. Default: 2,000,000.</summary>
    [Range(1, 20_000_000)]
    public int MostRows { get; set; } = 2_000_000;

    /// <summary>A file in which a larger share of the entries is gone (left, dead, deregistered) is not taken over, in percent. Default: 2.</summary>
    [Range(0, 100)]
    public int MostGonePercent { get; set; } = 2;

    /// <summary>So many entries may be gone in any case: in a small town two are soon more than two percent. Default: 20.</summary>
    [Range(0, 100_000)]
    public int MostGone { get; set; } = 20;

    /// <summary>After this time without a new file the health of the process says so. Default: 36 hours.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "31.00:00:00")]
    public TimeSpan OldAfter { get; set; } = TimeSpan.FromHours(36);

    /// <summary>Of <see cref="RegisterSource.Http"/>: address of the server; <c>https</c>, or this machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>File with the secret that is sent as a bearer token. Either this or <see cref="ClientCertificate"/>.</summary>
    public string? TokenFile { get; set; }

    /// <summary>PEM file of the town's certificate towards the server.</summary>
    public string? ClientCertificate { get; set; }

    /// <summary>PEM file of its key.</summary>
    public string? ClientKey { get; set; }

    /// <summary>PEM file of the root above the server's certificate, when it is a private one. Default: the machine's roots.</summary>
    public string? TrustedRoot { get; set; }

    /// <summary>How long one try may take, in milliseconds; there are three. Default: 900.</summary>
    [Range(50, 60_000)]
    public int AttemptMilliseconds { get; set; } = 900;
}

/// <summary>What can stand behind the door to a register.</summary>
public enum RegisterSource
{
    /// <summary>Made-up people, in demo towns only.</summary>
    Demo,

    /// <summary>Complete exports that the supplier leaves in a folder each night.</summary>
    Files,

    /// <summary>A server that speaks our protocol (<c>docs/registers.openapi.json</c>).</summary>
    Http,
}
