// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/deadlinestate.h>

#include <QColor>
#include <QIcon>
#include <QPalette>

class QApplication;

namespace huiyin {

/// The only place of colours. Widgets read Theme::current() when painting; changing the theme sets
/// the application palette, so every widget gets QEvent::PaletteChange and paints anew.
class Theme
{
public:
    enum class Choice { System, Light, Dark, HighContrast };
    enum class Face { Light, Dark, HighContrast };
    enum class Role {
        Text,
        Base,
        Window,
        Secondary,
        Placeholder,
        Accent,
        AccentText,
        Selection,
        SelectionText,
        Border,
        FrameBorder,
        LabelCell,
        LabelText,
        ReadOnlyCell,
        Error,
        ErrorFill,
        Warning,
        WarningFill,
        Hint,
        HintFill,
        StampRed,
        ColumnCount
    };

    struct Swatch
    {
        QColor text;
        QColor fill; ///< invalid = none: drawn on the surface it stands on
    };

    explicit Theme(Face face = Face::Light);

    /// The face of a choice. \param systemDark  what the desktop settings say; nothing = judge by
    /// the palette the program started with
    static Face faceOf(Choice choice, std::optional<bool> systemDark);

    /// Takes the theme into use for the whole program.
    static void apply(Face face);

    /// Follows a choice from now on, also when the desktop changes.
    static void follow(Choice choice);

    /// Takes what the desktop settings say; nothing = they say nothing.
    static void setSystemDark(std::optional<bool> dark);
    static const Theme &current();

    [[nodiscard]] Face face() const { return m_face; }

    [[nodiscard]] bool dark() const { return m_face != Face::Light; }

    [[nodiscard]] QColor color(Role role) const;
    [[nodiscard]] Swatch state(DeadlineState::Kind kind) const;
    [[nodiscard]] QColor chart(int series) const; ///< series 0 … 5
    [[nodiscard]] QPalette palette() const;

    /// An icon of :/huiyin/icons in the colour of the theme, sharp at any scale.
    static QIcon icon(const QString &name);
    static QIcon icon(const QString &name, Role role);

    /// WCAG contrast ratio of two colours, 1 … 21.
    static double contrast(const QColor &a, const QColor &b);

private:
    Face m_face;
};

/// Spacing unit: a fifth of the font's height (4 px at 10.5 pt).
[[nodiscard]] int spacingUnit(const QFont &font);

/// Width of one Han character, the unit of layout widths.
[[nodiscard]] int hanWidth(const QFont &font);

} // namespace huiyin
