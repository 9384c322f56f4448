// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/settings.h>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

constexpr double kNormalPoints = 10.5;

} // namespace

WindowSettings::WindowSettings(const QString &path)
    : m_settings(path, QSettings::IniFormat)
{
}

const QVector<double> &WindowSettings::letterSizes()
{
    static const QVector<double> kSizes = {kNormalPoints, 12, 14, 16, 21};
    return kSizes;
}

Language WindowSettings::language() const
{
    return m_settings.value(QStringLiteral("language")).toString() == QLatin1String("en")
               ? Language::English
               : Language::Chinese;
}

void WindowSettings::setLanguage(Language language)
{
    m_settings.setValue(QStringLiteral("language"),
                        language == Language::English ? QStringLiteral("en")
                                                      : QStringLiteral("zh_CN"));
}

Theme::Choice WindowSettings::theme() const
{
    const auto name = m_settings.value(QStringLiteral("theme")).toString();
    if (name == QLatin1String("light")) {
        return Theme::Choice::Light;
    }
    if (name == QLatin1String("dark")) {
        return Theme::Choice::Dark;
    }
    return name == QLatin1String("highContrast") ? Theme::Choice::HighContrast
                                                 : Theme::Choice::System;
}

void WindowSettings::setTheme(Theme::Choice theme)
{
    static constexpr const char *kNames[] = {"system", "light", "dark", "highContrast"};
    m_settings.setValue(QStringLiteral("theme"),
                        QString::fromLatin1(kNames[static_cast<int>(theme)]));
}

double WindowSettings::letterSize() const
{
    const auto wanted = m_settings.value(QStringLiteral("letterSize"), kNormalPoints).toDouble();
    const auto &sizes = letterSizes();
    return *std::min_element(sizes.cbegin(), sizes.cend(), [wanted](double a, double b) {
        return std::abs(a - wanted) < std::abs(b - wanted);
    });
}

void WindowSettings::setLetterSize(double points)
{
    m_settings.setValue(QStringLiteral("letterSize"), points);
}

QByteArray WindowSettings::geometry() const
{
    return m_settings.value(QStringLiteral("geometry")).toByteArray();
}

void WindowSettings::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(QStringLiteral("geometry"), geometry);
}

bool WindowSettings::sidePanel() const
{
    return m_settings.value(QStringLiteral("sidePanel"), true).toBool();
}

void WindowSettings::setSidePanel(bool shown)
{
    m_settings.setValue(QStringLiteral("sidePanel"), shown);
}

QByteArray WindowSettings::columns(const QString &queue) const
{
    return m_settings.value(QStringLiteral("columns/") + queue).toByteArray();
}

void WindowSettings::setColumns(const QString &queue, const QByteArray &state)
{
    m_settings.setValue(QStringLiteral("columns/") + queue, state);
}

QString WindowSettings::last(const QString &what) const
{
    return m_settings.value(QStringLiteral("last/") + what).toString();
}

void WindowSettings::setLast(const QString &what, const QString &value)
{
    m_settings.setValue(QStringLiteral("last/") + what, value);
}

} // namespace huiyin
