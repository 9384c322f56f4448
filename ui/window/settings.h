// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/theme.h>
#include <rules/texts.h>

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace huiyin {

/// What this person chose for this machine: language, theme, size of letters, columns. Kept outside
/// the case file.
class WindowSettings
{
public:
    /// \param path of the settings file; made when something is first chosen
    explicit WindowSettings(const QString &path);

    /// The sizes A- and A+ step through, in points.
    [[nodiscard]] static const QVector<double> &letterSizes();

    [[nodiscard]] Language language() const;
    void setLanguage(Language language);

    [[nodiscard]] Theme::Choice theme() const;
    void setTheme(Theme::Choice theme);

    /// Points, one of letterSizes().
    [[nodiscard]] double letterSize() const;
    void setLetterSize(double points);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray &geometry);

    [[nodiscard]] bool sidePanel() const;
    void setSidePanel(bool shown);

    /// Column order and widths of a queue's list, empty if never changed.
    [[nodiscard]] QByteArray columns(const QString &queue) const;
    void setColumns(const QString &queue, const QByteArray &state);

    /// What was last used for a document: printer, folder.
    [[nodiscard]] QString last(const QString &what) const;
    void setLast(const QString &what, const QString &value);

private:
    QSettings m_settings;
};

} // namespace huiyin
