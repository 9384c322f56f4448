// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/framestyle.h>
#include <forms/theme.h>

#include <QApplication>
#include <QFile>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <array>
#include <cmath>

namespace huiyin {

namespace {

using Face = Theme::Face;
using Role = Theme::Role;

struct Row
{
    Role role;
    std::array<QRgb, 3> colors; ///< light, dark, high contrast
};

constexpr std::array kRoles = {
    Row{Role::Text, {0xFF1F2328, 0xFFE8EAED, 0xFFFFFFFF}},
    Row{Role::Base, {0xFFFFFFFF, 0xFF25292E, 0xFF000000}},
    Row{Role::Window, {0xFFF5F6F7, 0xFF1E2125, 0xFF000000}},
    Row{Role::Secondary, {0xFF57606A, 0xFFAEB6C0, 0xFFFFFFFF}},
    Row{Role::Placeholder, {0xFF6A737D, 0xFF9AA3AD, 0xFFFFFFFF}},
    Row{Role::Accent, {0xFF1A5FB4, 0xFF8AB8F5, 0xFFFFFF00}},
    Row{Role::AccentText, {0xFFFFFFFF, 0xFF10243D, 0xFF000000}},
    Row{Role::Selection, {0xFFD6E6FA, 0xFF2F4E78, 0xFFFFFF00}},
    Row{Role::SelectionText, {0xFF1F2328, 0xFFFFFFFF, 0xFF000000}},
    Row{Role::Border, {0xFF7A828C, 0xFF7C8692, 0xFFFFFFFF}},
    Row{Role::FrameBorder, {0xFF3D444D, 0xFFAEB6C0, 0xFFFFFFFF}},
    Row{Role::LabelCell, {0xFFF2F4F7, 0xFF2D3238, 0xFF000000}},
    Row{Role::LabelText, {0xFF1F2328, 0xFFE8EAED, 0xFFFFFFFF}},
    Row{Role::ReadOnlyCell, {0xFFF7F8FA, 0xFF292D33, 0xFF000000}},
    Row{Role::Error, {0xFFA40E26, 0xFFFFB3B8, 0xFFFF9AA2}},
    Row{Role::ErrorFill, {0xFFFDE7E9, 0xFF4A1C22, 0xFF000000}},
    Row{Role::Warning, {0xFF7A4A00, 0xFFF5C56B, 0xFFFFD75E}},
    Row{Role::WarningFill, {0xFFFFF3D6, 0xFF40310F, 0xFF000000}},
    Row{Role::Hint, {0xFF1A5FB4, 0xFF8AB8F5, 0xFFFFFFFF}},
    Row{Role::HintFill, {0xFFE7F0FB, 0xFF22344D, 0xFF000000}},
    Row{Role::StampRed, {0xFFA40E26, 0xFFFF9AA2, 0xFFFF9AA2}},
};

struct StateRow
{
    DeadlineState::Kind kind;
    std::array<QRgb, 3> text, fill; ///< fill 0 = none
};

using Kind = DeadlineState::Kind;
constexpr std::array kStates = {
    StateRow{Kind::None, {0xFF57606A, 0xFFAEB6C0, 0xFFFFFFFF}, {0, 0, 0}},
    StateRow{
        Kind::Ample, {0xFF1B5E20, 0xFF8FD6A0, 0xFF8FF0A4}, {0xFFE6F4EA, 0xFF1F3A28, 0xFF000000}},
    StateRow{
        Kind::Soon, {0xFF7A4A00, 0xFFF5C56B, 0xFFFFD75E}, {0xFFFFF3D6, 0xFF40310F, 0xFF000000}},
    StateRow{
        Kind::Urgent, {0xFFA40E26, 0xFFFFB3B8, 0xFFFF9AA2}, {0xFFFDE7E9, 0xFF4A1C22, 0xFF000000}},
    StateRow{
        Kind::Overdue, {0xFFFFFFFF, 0xFF1E2125, 0xFF000000}, {0xFFA40E26, 0xFFFF9AA2, 0xFFFF9AA2}},
    StateRow{
        Kind::Paused, {0xFF4A3F8C, 0xFFC9C2FF, 0xFFC9C2FF}, {0xFFECEAFB, 0xFF332E57, 0xFF000000}},
    StateRow{Kind::OffHours, {0xFF57606A, 0xFFAEB6C0, 0xFFFFFFFF}, {0, 0, 0}},
    StateRow{Kind::Met, {0xFF4B535C, 0xFFC3CAD3, 0xFFFFFFFF}, {0xFFEDEFF2, 0xFF343A41, 0xFF000000}},
    StateRow{
        Kind::MetLate, {0xFF4B535C, 0xFFC3CAD3, 0xFFFFFFFF}, {0xFFEDEFF2, 0xFF343A41, 0xFF000000}},
};

constexpr std::array<std::array<QRgb, 6>, 3> kCharts = {{
    {0xFF1A5FB4, 0xFFB85C00, 0xFF2E7D4F, 0xFF8A3FA0, 0xFF8C6D1F, 0xFF5A6470},
    {0xFF8AB8F5, 0xFFF5A25D, 0xFF7FCF9B, 0xFFD7A3EA, 0xFFE0C068, 0xFFB4BCC6},
    {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF},
}};

/// What the person chose and what the desktop said last.
struct Followed
{
    Theme::Choice choice = Theme::Choice::System;
    std::optional<bool> systemDark;
};

Followed &followed()
{
    static Followed one;
    return one;
}

Theme &inUse()
{
    static Theme theme;
    return theme;
}

/// Renders the icon anew at every size and scale, in the colour of the theme at that moment.
class TintedIcon : public QIconEngine
{
public:
    TintedIcon(QString name, Role role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/huiyin/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        const Role role = mode == QIcon::Disabled ? Role::Placeholder : m_role;
        QSvgRenderer renderer(
            file.readAll().replace("currentColor", inUse().color(role).name().toLatin1()));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedIcon(*this); }

private:
    QString m_name;
    Role m_role;
};

double channel(int value)
{
    const double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) +
           0.0722 * channel(color.blue());
}

} // namespace

Theme::Theme(Face face)
    : m_face(face)
{
}

Theme::Face Theme::faceOf(Choice choice, std::optional<bool> systemDark)
{
    switch (choice) {
    case Choice::Light:
        return Face::Light;
    case Choice::Dark:
        return Face::Dark;
    case Choice::HighContrast:
        return Face::HighContrast;
    case Choice::System:
        break;
    }
    static const bool paletteDark =
        luminance(QGuiApplication::palette().color(QPalette::Window)) <
        luminance(QGuiApplication::palette().color(QPalette::WindowText));
    return systemDark.value_or(paletteDark) ? Face::Dark : Face::Light;
}

void Theme::apply(Face face)
{
    inUse() = Theme(face);
    FrameStyle::install();
    QApplication::setPalette(inUse().palette());
}

void Theme::follow(Choice choice)
{
    followed().choice = choice;
    apply(faceOf(choice, followed().systemDark));
}

void Theme::setSystemDark(std::optional<bool> dark)
{
    followed().systemDark = dark;
    const auto face = faceOf(followed().choice, dark);
    if (face != current().face()) {
        apply(face);
    }
}

const Theme &Theme::current() { return inUse(); }

QColor Theme::color(Role role) const
{
    for (const Row &row : kRoles) {
        if (row.role == role) {
            return QColor::fromRgb(row.colors[size_t(m_face)]);
        }
    }
    return {};
}

Theme::Swatch Theme::state(DeadlineState::Kind kind) const
{
    for (const StateRow &row : kStates) {
        if (row.kind == kind) {
            const QRgb fill = row.fill[size_t(m_face)];
            return {QColor::fromRgb(row.text[size_t(m_face)]),
                    fill ? QColor::fromRgb(fill) : QColor()};
        }
    }
    return {};
}

QColor Theme::chart(int series) const
{
    return QColor::fromRgb(kCharts[size_t(m_face)][size_t(series) % 6]);
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, color(Role::Window));
    palette.setColor(QPalette::WindowText, color(Role::Text));
    palette.setColor(QPalette::Base, color(Role::Base));
    palette.setColor(QPalette::AlternateBase, color(Role::ReadOnlyCell));
    palette.setColor(QPalette::Text, color(Role::Text));
    palette.setColor(QPalette::PlaceholderText, color(Role::Placeholder));
    palette.setColor(QPalette::Button,
                     color(m_face == Face::Light  ? Role::LabelCell
                           : m_face == Face::Dark ? Role::LabelCell
                                                  : Role::Base));
    palette.setColor(QPalette::ButtonText, color(Role::Text));
    palette.setColor(QPalette::BrightText, color(Role::Error));
    palette.setColor(QPalette::Highlight, color(Role::Selection));
    palette.setColor(QPalette::HighlightedText, color(Role::SelectionText));
    palette.setColor(QPalette::Link, color(Role::Accent));
    palette.setColor(QPalette::LinkVisited, color(Role::Accent));
    palette.setColor(QPalette::ToolTipBase, color(Role::Base));
    palette.setColor(QPalette::ToolTipText, color(Role::Text));
    palette.setColor(QPalette::Light, color(Role::Base));
    palette.setColor(QPalette::Midlight, color(Role::LabelCell));
    palette.setColor(QPalette::Mid, color(Role::Border));
    palette.setColor(QPalette::Dark, color(Role::Border));
    palette.setColor(QPalette::Shadow, color(Role::Border));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, color(Role::Placeholder));
    }
    return palette;
}

QIcon Theme::icon(const QString &name) { return icon(name, Role::Text); }

QIcon Theme::icon(const QString &name, Role role) { return QIcon(new TintedIcon(name, role)); }

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

int spacingUnit(const QFont &font) { return std::max(2, QFontMetrics(font).height() / 5); }

int hanWidth(const QFont &font)
{
    return std::max(8, QFontMetrics(font).horizontalAdvance(QChar(0x6C49)));
}

} // namespace huiyin
