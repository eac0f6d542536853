package org.kashidashi.kiosk.diagnosis.check;

import java.util.List;

/** Affine maps of the glass, as the upper two rows of 3 x 3 matrices. */
final class Affine {
  private Affine() {}

  /** First the inner one, then the outer one. */
  static double[] after(double[] outer, double[] inner) {
    return new double[] {
      outer[0] * inner[0] + outer[1] * inner[3],
      outer[0] * inner[1] + outer[1] * inner[4],
      outer[0] * inner[2] + outer[1] * inner[5] + outer[2],
      outer[3] * inner[0] + outer[4] * inner[3],
      outer[3] * inner[1] + outer[4] * inner[4],
      outer[3] * inner[2] + outer[4] * inner[5] + outer[5]
    };
  }

  static double[] inverse(double[] map) {
    double determinant = map[0] * map[4] - map[1] * map[3];
    double a = map[4] / determinant;
    double b = -map[1] / determinant;
    double d = -map[3] / determinant;
    double e = map[0] / determinant;
    return new double[] {a, b, -(a * map[2] + b * map[5]), d, e, -(d * map[2] + e * map[5])};
  }

  /** As a panel that was built in so turns its touches. */
  static double[] turn(int degrees) {
    return switch (degrees) {
      case 90 -> new double[] {0, 1, 0, -1, 0, 1};
      case 180 -> new double[] {-1, 0, 1, 0, -1, 1};
      case 270 -> new double[] {0, -1, 1, 1, 0, 0};
      default -> new double[] {1, 0, 0, 0, 1, 0};
    };
  }

  /** The map from points to points with the least squares, by the normal equations. */
  static double[] fitted(List<double[]> from, List<double[]> to) {
    double[] map = new double[6];
    for (int axis = 0; axis < 2; axis++) {
      double[][] sums = new double[3][4];
      for (int index = 0; index < from.size(); index++) {
        double[] row = {from.get(index)[0], from.get(index)[1], 1};
        for (int line = 0; line < 3; line++) {
          for (int column = 0; column < 3; column++) {
            sums[line][column] += row[line] * row[column];
          }
          sums[line][3] += row[line] * to.get(index)[axis];
        }
      }
      System.arraycopy(solved(sums), 0, map, 3 * axis, 3);
    }
    return map;
  }

  /** By Cramer's rule: three unknowns need no more. */
  private static double[] solved(double[][] sums) {
    double whole = determinant(sums, -1);
    double[] answer = new double[3];
    for (int column = 0; column < 3; column++) {
      answer[column] = determinant(sums, column) / whole;
    }
    return answer;
  }

  private static double determinant(double[][] sums, int replaced) {
    double[][] m = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        m[row][column] = sums[row][column == replaced ? 3 : column];
      }
    }
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }
}
