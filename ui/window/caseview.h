// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>
#include <window/page.h>

class QLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace huiyin {

class AccessPane;
class AttachmentPane;
class Banner;
class CasePart;
class CompensationPane;
class DeadlineBox;
class DocumentPane;
class Heading;
class NoteLine;
class PenaltyPane;
class SameCaller;
class SheetPane;
class StepPane;
class TimelinePane;

/// One case: what it is, what can be done with it now, its paper, its steps, its clocks.
class CaseView : public Page
{
    Q_OBJECT

public:
    CaseView(Shell &shell, CaseFile caseFile, QWidget *parent = nullptr);

    [[nodiscard]] const CaseId &caseId() const { return m_case.id; }

    [[nodiscard]] const CaseFile &caseFile() const { return m_case; }

    /// What can be done with the case, and what not, and why.
    [[nodiscard]] const QVector<StepOffer> &steps() const { return m_steps; }

    /// Opens the form of a step and puts the cursor into it.
    void openStep(const QString &action);

    /// Says at the top that the case was just recorded, its number large enough to read to the
    /// caller.
    void sayRegistered();

    /// Shows the case as it stands now, whatever is being typed; that is kept as a draft.
    void takeUp(const CaseFile &caseFile);

    /// The caller is on the line again: the cursor into the note.
    void beginCallNote();

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] std::optional<CommandState> state(const QString &command) const override;
    void perform(const QString &command) override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;
    void setWidthInHan(double han) override;
    void keep() override;

    /// The step of this case a command of the window stands for (`case.take` → the pack's
    /// taking-over), empty if none.
    [[nodiscard]] static QString stepFor(const QString &command, const QVector<StepOffer> &steps);

private:
    void buildHead();
    void buildSide();
    void show(const CaseFile &caseFile);
    void showButtons();
    void showMoneyTabs();
    void add(CasePart *part);
    [[nodiscard]] CasePart *partFor(const QString &action) const;
    [[nodiscard]] CasePart *shownPart() const; ///< null if nothing is written in it
    void act(const QString &action, const QJsonObject &input);
    void saveNote();
    void attach();
    Page *print(const QString &sheetId, const QString &number = {});
    void fillPrintMenu();

    CaseFile m_case;
    QVector<StepOffer> m_steps;
    Banner *m_said = nullptr;
    QWidget *m_numberCard = nullptr;
    Heading *m_number = nullptr;
    QLabel *m_words = nullptr;
    QLayout *m_buttons = nullptr;
    QPushButton *m_print = nullptr;
    QTabWidget *m_tabs = nullptr;
    QVector<CasePart *> m_parts; ///< the steps last: what no other part takes is theirs
    SheetPane *m_sheetPane = nullptr;
    StepPane *m_stepPane = nullptr;
    AttachmentPane *m_attachmentPane = nullptr;
    DocumentPane *m_documentPane = nullptr;
    PenaltyPane *m_penaltyPane = nullptr;           ///< where the regulation has penalties
    CompensationPane *m_compensationPane = nullptr; ///< where it has compensation
    TimelinePane *m_timelinePane = nullptr;
    AccessPane *m_accessPane = nullptr;
    QSplitter *m_splitter = nullptr;
    QWidget *m_side = nullptr;
    DeadlineBox *m_deadlines = nullptr;
    SameCaller *m_sameCaller = nullptr;
    NoteLine *m_note = nullptr;
    bool m_sideWanted = true;
    double m_han = 100;
};

} // namespace huiyin
