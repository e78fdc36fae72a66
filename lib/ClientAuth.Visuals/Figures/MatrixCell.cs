namespace ClientAuth.Visuals.Figures;

/// <summary>The result of a row in a column of a matrix.</summary>
internal enum MatrixCell
{
    /// <summary>The row has checks of this column, and all of them passed.</summary>
    Passed,

    /// <summary>A check of this column failed, and ended the row.</summary>
    Failed,

    /// <summary>The row ended in a column before.</summary>
    NotReached,

    /// <summary>The row went on, and had none of these checks.</summary>
    NoSuchCheck,
}
