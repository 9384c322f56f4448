// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QSplitter;
class QTableWidget;

namespace huiyin {

class Banner;
class Heading;
class PaneJob;
class StepForm;

/// One step taken with several cases at once: what is typed here goes to each of them. A case the
/// step cannot be taken with stays in the list with the reason, and nothing of it changes.
class BatchPage : public Page
{
    Q_OBJECT

public:
    /// At most so many cases at once.
    static constexpr int kMostCases = 200;

    /// \param command  of the registry: case.take, case.forward, case.visit
    BatchPage(Shell &shell, const QVector<CaseId> &cases, const QString &command);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void setWidthInHan(double han) override;

private:
    struct Line
    {
        CaseFile caseFile;
        QString why = {}; ///< the step cannot be taken; empty if it can
    };

    struct Done
    {
        CaseId id;
        QVector<EventId> events;
    };

    struct Taken
    {
        QVector<Done> done;
        QVector<QString> why; ///< for each case asked; empty where the step was taken
    };

    void read(const QVector<CaseId> &cases, const QString &command);
    void showLines();
    void submit(const QString &action, const QJsonObject &input);
    void finish(const Taken &taken, const QVector<CaseId> &asked);
    [[nodiscard]] std::function<QString()> undoOf(const QVector<Done> &done) const;
    [[nodiscard]] int going() const;

    QString m_command;
    std::optional<StepOffer> m_offer;
    QVector<Line> m_lines;
    Banner *m_said = nullptr;
    Heading *m_heading = nullptr;
    QTableWidget *m_table = nullptr;
    QSplitter *m_split = nullptr;
    StepForm *m_form = nullptr;
    PaneJob *m_busy = nullptr;
};

} // namespace huiyin
