// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/page.h>

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace huiyin {

namespace {

constexpr int kLookEveryMs = 50;

} // namespace

Page::Page(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
{
}

std::optional<CommandState> Page::state(const QString &) const { return std::nullopt; }

void Page::perform(const QString &) {}

QList<QWidget *> Page::panes() const { return {}; }

void Page::keep() {}

void Page::refresh() {}

void Page::setWidthInHan(double) {}

void Page::offerUndo(const QString &words,
                     const Outcome &outcome,
                     const std::function<void(const CaseFile &)> &undone)
{
    if (outcome.recorded.isEmpty()) {
        emit said(words);
        return;
    }
    const auto since = m_shell.desk.now() - outcome.caseFile->steps.last().recordedAt;
    emit undoOffered(words,
                     std::max<qint64>(kUndoMs - since, 0),
                     [self = QPointer<Page>(this),
                      &shell = m_shell,
                      id = outcome.caseFile->id,
                      events = outcome.recorded,
                      undone]() -> QString {
                         const auto back = shell.desk.undo(id, events);
                         if (!back) {
                             return shell.sentence(back.error());
                         }
                         if (refuses(back->findings)) {
                             return shell.sentence(back->findings.first());
                         }
                         if (self) {
                             undone(*back->caseFile);
                         }
                         return tr("Undone; both stand in the timeline.");
                     });
}

bool Page::waits(std::function<void()> again)
{
    if (!m_shell.desk.log().isBusy()) {
        return false;
    }
    m_again = std::move(again);
    if (!m_untilFree) {
        m_untilFree = new QTimer(this);
        m_untilFree->setInterval(kLookEveryMs);
        connect(m_untilFree, &QTimer::timeout, this, [this] {
            if (!m_shell.desk.log().isBusy()) {
                m_untilFree->stop();
                std::exchange(m_again, {})();
            }
        });
    }
    m_untilFree->start();
    return true;
}

} // namespace huiyin
