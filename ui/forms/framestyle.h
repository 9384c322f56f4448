// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace huiyin {

/// Qt's own style with frames and focus rings in the colours of the theme: its frames are a darker
/// shade of the window, invisible in a dark one, and its ring is the faint colour of a selection.
/// The tab in front bears a bar: its outline alone is lost in a dark window. The styles of desktops
/// draw their own.
class FrameStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// Puts it over the application's style, once.
    static void install();

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const override;

    /// Icons grow with the letters; words in lists and tables stand as far in as the words above.
    [[nodiscard]] int pixelMetric(PixelMetric metric,
                                  const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
};

} // namespace huiyin
