namespace Goldset.Formats.Masks;

/// <summary>Finds the outlines of what is painted.</summary>
internal static class MaskContours
{
    private const byte Empty = 0;
    private const byte Painted = 1;
    private const byte Traced = 2;
    private const byte Outside = 3;

    private static readonly (int X, int Y)[] Steps = [(1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1)];

    /// <summary>
    /// The outer outlines of the painted pieces, pixels that touch at a corner being one piece; what lies in a hole of another
    /// piece has none. Points are centres of pixels, straight runs are reduced to their ends.
    /// </summary>
    public static List<List<(int X, int Y)>> Find(BrushMask mask)
    {
        // A frame of empty pixels saves looking for the edge.
        var stride = mask.Width + 2;
        var grid = new byte[stride * (mask.Height + 2)];
        for (var y = 0; y < mask.Height; y++)
        {
            for (var x = 0; x < mask.Width; x++)
            {
                grid[((y + 1) * stride) + x + 1] = mask.Opacity[(y * mask.Width) + x] == 0 ? Empty : Painted;
            }
        }

        FillOutside(grid, stride);
        var contours = new List<List<(int X, int Y)>>();
        for (var at = stride; at < grid.Length - stride; at++)
        {
            if (grid[at] == Painted && grid[at - 1] == Outside)
            {
                contours.Add(Trace(grid, stride, at));
            }
        }

        return contours;
    }

    /// <summary>Marks the empty pixels that hang together with the frame, row by row.</summary>
    private static void FillOutside(byte[] grid, int stride)
    {
        var starts = new Stack<int>();
        starts.Push(0);
        while (starts.TryPop(out var start))
        {
            if (grid[start] != Empty)
            {
                continue;
            }

            var row = start - (start % stride);
            var (left, right) = (start, start);
            while (left > row && grid[left - 1] == Empty)
            {
                left--;
            }

            while (right < row + stride - 1 && grid[right + 1] == Empty)
            {
                right++;
            }

            grid.AsSpan(left, right - left + 1).Fill(Outside);
            foreach (var offset in (ReadOnlySpan<int>)[-stride, stride])
            {
                if (left + offset < 0 || left + offset >= grid.Length)
                {
                    continue;
                }

                for (var at = left + offset; at <= right + offset; at++)
                {
                    if (grid[at] == Empty && (at == left + offset || grid[at - 1] != Empty))
                    {
                        starts.Push(at);
                    }
                }
            }
        }
    }

    /// <summary>Follows an outline from its first pixel, keeping the outside at one hand.</summary>
    private static List<(int X, int Y)> Trace(byte[] grid, int stride, int start)
    {
        var contour = new List<(int X, int Y)>();
        var direction = 4;
        int second;
        do
        {
            direction = (direction - 1) & 7;
            second = start + Offset(direction, stride);
        }
        while (!IsPainted(grid[second]) && direction != 4);

        grid[start] = Traced;
        if (direction == 4)
        {
            contour.Add(Point(start, stride));
            return contour;
        }

        var previous = direction ^ 4;
        for (var at = start; ;)
        {
            int next;
            do
            {
                direction++;
                next = at + Offset(direction & 7, stride);
            }
            while (!IsPainted(grid[next]));

            direction &= 7;
            grid[at] = Traced;
            if (direction != previous)
            {
                contour.Add(Point(at, stride));
                previous = direction;
            }

            if (next == start && at == second)
            {
                return contour;
            }

            at = next;
            direction = (direction + 4) & 7;
        }
    }

    private static bool IsPainted(byte pixel) => pixel is Painted or Traced;

    private static int Offset(int direction, int stride) => Steps[direction].X + (Steps[direction].Y * stride);

    private static (int X, int Y) Point(int at, int stride) => ((at % stride) - 1, (at / stride) - 1);
}
