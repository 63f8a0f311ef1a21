namespace Modellstadt.Region.Reuse;

/// <summary>How far a town is with taking a result over: the rungs of the ladder, and off it.</summary>
internal enum ReuseStep
{
    /// <summary>It has declared interest.</summary>
    Interest,

    /// <summary>It talks with the town that leads the project.</summary>
    Talks,

    /// <summary>It tries it out.</summary>
    Pilot,

    /// <summary>It runs it.</summary>
    Operation,

    /// <summary>It runs it and works on it together with the others.</summary>
    Contributing,

    /// <summary>It has stopped, and says why.</summary>
    Left,
}
