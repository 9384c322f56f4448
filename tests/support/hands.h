// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <Qt>

class QWidget;

namespace huiyin::support {

struct WindowBench;

/// Two hands on a keyboard: every key goes to the window that has the focus, as from the desktop,
/// and is counted; so menus, completers and dialogs get theirs. Free text is not counted.
class Hands
{
public:
    explicit Hands(WindowBench &bench);

    /// One key. \param times presses it as often
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1);

    /// Letters and digits that are no free text: a number, a short code.
    void type(const QString &signs);

    /// Free text, given as an input method gives finished words; not counted.
    void write(const QString &words);

    [[nodiscard]] int keys() const { return m_keys; }

    /// Puts the count back.
    void rest() { m_keys = 0; }

    /// Name of the widget the next key goes to.
    [[nodiscard]] static QString at();

    /// Lets everything under way come to its end: counts, delays of a few milliseconds, focus.
    void settle() const;

private:
    WindowBench &m_bench;
    int m_keys = 0;
};

} // namespace huiyin::support
