// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/undostrip.h>

#include <utility>

namespace huiyin {

UndoStrip::UndoStrip(QWidget *parent)
    : Banner(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &UndoStrip::end);
}

void UndoStrip::offerUndo(const QString &words, qint64 forMs, std::function<QString()> undo)
{
    m_undo = std::move(undo);
    say(words, Severity::Hint);
    offer(tr("Undo  Ctrl+Z"), [this] { this->undo(); });
    m_timer.start(static_cast<int>(forMs));
    emit changed();
}

void UndoStrip::undo()
{
    if (!m_undo) {
        return;
    }
    const auto act = std::exchange(m_undo, {});
    end();
    emit undone(act());
}

void UndoStrip::end()
{
    m_undo = {};
    m_timer.stop();
    dismiss();
    emit changed();
}

} // namespace huiyin
