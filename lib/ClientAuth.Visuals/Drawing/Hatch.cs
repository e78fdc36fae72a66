namespace ClientAuth.Visuals.Drawing;

/// <summary>A pattern over a fill, so that colour is not the only carrier.</summary>
internal enum Hatch
{
    None,
    Rising,
    Falling,
    Upright,
    Dots,
}
